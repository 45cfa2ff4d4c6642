package com.duemate.platform.invoicing.pdf;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Letterhead, title, and the facts one looks for first: who, when, how much. */
final class OrdinaryHead {

    private static final float LOGO_WIDTH = 190;
    private static final float LOGO_HEIGHT = 48;
    private static final float GUTTER = 14;
    private static final float BETWEEN_ROWS = 2.5f;

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    OrdinaryHead(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
    }

    PdfPTable letterhead() {
        var brand = sheet.brand();
        var logo = OrdinaryLogo.of(brand.logo());
        var table = OrdinaryCells.table(3, 2);
        table.addCell(logo.map(OrdinaryHead::fitted).orElseGet(() -> semibold(brand.name(), 17, PaperInk.TEXT)));
        table.addCell(OrdinaryCells.holding(address(brand, logo.isPresent())));
        table.setSpacingAfter(44);
        return table;
    }

    PdfPTable title() {
        var table = OrdinaryCells.table(1);
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
        var facts = OrdinaryCells.table(1, 1);
        facts.addCell(fact("issued", words.date(heading.issuedOn())));
        facts.addCell(fact("due", words.date(heading.dueOn())));
        facts.addCell(fact("open", words.money(sheet.sums().open())));
        facts.addCell(heading.reference() == null ? OrdinaryCells.empty() : fact("reference", heading.reference()));

        var party = OrdinaryCells.holding(billTo());
        party.setPaddingRight(GUTTER);
        var table = OrdinaryCells.table(1, 1);
        table.addCell(party);
        table.addCell(OrdinaryCells.holding(facts));
        table.setSpacingAfter(30);
        return table;
    }

    private static PdfPTable address(InvoiceSheet.Brand brand, boolean named) {
        var small = OrdinaryFonts.regular(8.5f, PaperInk.MUTED);
        var address = OrdinaryCells.table(1);
        if (named) {
            var name =
                    OrdinaryCells.right(PrintableText.row(brand.name()), OrdinaryFonts.semibold(8.5f, PaperInk.TEXT));
            address.addCell(below(name, BETWEEN_ROWS));
        }
        for (var row : brand.address()) {
            address.addCell(below(OrdinaryCells.right(PrintableText.row(row), small), BETWEEN_ROWS));
        }
        return address;
    }

    private PdfPTable billTo() {
        var plain = OrdinaryFonts.regular(9.5f, PaperInk.TEXT);
        var party = OrdinaryCells.table(1);
        party.addCell(label("billTo"));
        party.addCell(below(semibold(sheet.billTo().name(), 10, PaperInk.TEXT), BETWEEN_ROWS + 0.5f));
        for (var row : sheet.billTo().address()) {
            party.addCell(below(OrdinaryCells.left(PrintableText.row(row), plain), BETWEEN_ROWS));
        }
        return party;
    }

    private PdfPCell fact(String key, String value) {
        var fact = OrdinaryCells.table(1);
        fact.addCell(label(key));
        fact.addCell(below(semibold(value, 10, PaperInk.TEXT), 12));
        var cell = OrdinaryCells.holding(fact);
        cell.setPaddingRight(GUTTER);
        return cell;
    }

    private PdfPCell label(String key) {
        return below(OrdinaryCells.left(words.say(key), OrdinaryFonts.regular(8.5f, PaperInk.MUTED)), 4);
    }

    private static PdfPCell semibold(String text, float size, Color color) {
        return OrdinaryCells.left(PrintableText.row(text), OrdinaryFonts.semibold(size, color));
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
        var cell = OrdinaryCells.bare(new PdfPCell(logo, false));
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }
}
