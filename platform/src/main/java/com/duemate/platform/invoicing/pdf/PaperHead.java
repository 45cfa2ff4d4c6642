package com.duemate.platform.invoicing.pdf;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Letterhead, title, and the facts one looks for first: who, when, how much. */
final class PaperHead {

    private static final float LOGO_WIDTH = 190;
    private static final float LOGO_HEIGHT = 48;
    private static final float GUTTER = 14;
    private static final float BETWEEN_ROWS = 2.5f;

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    PaperHead(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
    }

    PdfPTable letterhead() {
        var brand = sheet.brand();
        var logo = LogoPicture.of(brand.logo());
        var table = Cells.table(3, 2);
        table.addCell(logo.map(PaperHead::fitted).orElseGet(() -> semibold(brand.name(), 17, PaperInk.TEXT)));
        table.addCell(Cells.holding(address(brand, logo.isPresent())));
        table.setSpacingAfter(44);
        return table;
    }

    PdfPTable title() {
        var table = Cells.table(1);
        table.addCell(semibold(words.title(sheet.heading()), 25, PaperInk.TEXT));
        var stamp = stamp();
        if (!stamp.isEmpty()) {
            var cell = semibold(stamp, 10, ink.accentText());
            cell.setPaddingTop(7);
            table.addCell(cell);
        }
        table.setSpacingAfter(26);
        return table;
    }

    PdfPTable facts() {
        var heading = sheet.heading();
        var facts = Cells.table(1, 1);
        facts.addCell(fact("issued", words.date(heading.issuedOn())));
        facts.addCell(fact("due", words.date(heading.dueOn())));
        facts.addCell(fact("open", words.money(sheet.sums().open())));
        facts.addCell(heading.reference() == null ? Cells.empty() : fact("reference", heading.reference()));

        var party = Cells.holding(billTo());
        party.setPaddingRight(GUTTER);
        var table = Cells.table(1, 1);
        table.addCell(party);
        table.addCell(Cells.holding(facts));
        table.setSpacingAfter(30);
        return table;
    }

    private static PdfPTable address(InvoiceSheet.Brand brand, boolean named) {
        var small = PaperFonts.regular(8.5f, PaperInk.MUTED);
        var address = Cells.table(1);
        if (named) {
            var name = Cells.right(PrintableText.row(brand.name()), PaperFonts.semibold(8.5f, PaperInk.TEXT));
            address.addCell(below(name, BETWEEN_ROWS));
        }
        for (var row : brand.address()) {
            address.addCell(below(Cells.right(PrintableText.row(row), small), BETWEEN_ROWS));
        }
        return address;
    }

    private PdfPTable billTo() {
        var plain = PaperFonts.regular(9.5f, PaperInk.TEXT);
        var party = Cells.table(1);
        party.addCell(label("billTo"));
        party.addCell(below(semibold(sheet.billTo().name(), 10, PaperInk.TEXT), BETWEEN_ROWS + 0.5f));
        for (var row : sheet.billTo().address()) {
            party.addCell(below(Cells.left(PrintableText.row(row), plain), BETWEEN_ROWS));
        }
        return party;
    }

    private PdfPCell fact(String key, String value) {
        var fact = Cells.table(1);
        fact.addCell(label(key));
        fact.addCell(below(semibold(value, 10, PaperInk.TEXT), 12));
        var cell = Cells.holding(fact);
        cell.setPaddingRight(GUTTER);
        return cell;
    }

    private PdfPCell label(String key) {
        return below(Cells.left(words.say(key), PaperFonts.regular(8.5f, PaperInk.MUTED)), 4);
    }

    private static PdfPCell semibold(String text, float size, Color color) {
        return Cells.left(PrintableText.row(text), PaperFonts.semibold(size, color));
    }

    private String stamp() {
        return switch (sheet.heading().stage()) {
            case DRAFT -> words.say("draft");
            case VOID -> words.say("void");
            case ISSUED -> sheet.sums().open().isZero() ? words.say("paidInFull") : "";
        };
    }

    private static PdfPCell below(PdfPCell cell, float space) {
        cell.setPaddingBottom(space);
        return cell;
    }

    private static PdfPCell fitted(Image logo) {
        logo.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
        var cell = Cells.bare(new PdfPCell(logo, false));
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }
}
