package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.invoicing.pdf.InvoiceSheet.Stage;
import java.net.URI;
import java.util.Optional;
import org.openpdf.text.Chunk;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** How to pay: the link in words and as a code, and the tenant's own notes. */
final class OrdinaryPayment {

    private static final float PADDING = 16;
    private static final float CODE = 84;

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    OrdinaryPayment(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
    }

    Optional<PdfPTable> table() {
        var payment = sheet.payment();
        var notes = payment.notes();
        var link = isPayable() ? payment.link() : null;
        if (link == null && notes.isEmpty()) {
            return Optional.empty();
        }
        var table = OrdinaryCells.table(1);
        table.setKeepTogether(true);
        if (link != null) {
            table.addCell(online(link, payment.code()));
        }
        if (!notes.isEmpty()) {
            table.addCell(notes());
        }
        return Optional.of(table);
    }

    private boolean isPayable() {
        return sheet.heading().stage() == Stage.ISSUED && sheet.sums().open().isPositive();
    }

    private PdfPCell online(URI link, boolean code) {
        var address = new Chunk(shown(link), OrdinaryFonts.regular(9.5f, ink.accentText()));
        address.setAnchor(link.toASCIIString());
        var words = OrdinaryCells.table(1);
        var title = OrdinaryCells.left(this.words.say("payOnline"), OrdinaryFonts.semibold(11, PaperInk.TEXT));
        title.setPaddingBottom(5);
        words.addCell(title);
        words.addCell(OrdinaryCells.left(address));
        var hint = OrdinaryCells.left(
                this.words.say(code ? "payOnline.scan" : "payOnline.open"),
                OrdinaryFonts.regular(8.5f, PaperInk.MUTED));
        hint.setPaddingTop(5);
        words.addCell(hint);

        var box = code ? OrdinaryCells.table(4, 1) : OrdinaryCells.table(1);
        var left = OrdinaryCells.holding(words);
        left.setVerticalAlignment(PdfPCell.ALIGN_MIDDLE);
        left.setPaddingRight(PADDING);
        box.addCell(left);
        if (code) {
            var right = OrdinaryCells.empty();
            right.setFixedHeight(CODE);
            right.setCellEvent(new OrdinaryCode(link.toASCIIString()));
            box.addCell(right);
        }
        var cell = OrdinaryCells.holding(box);
        cell.setPadding(PADDING);
        cell.setBackgroundColor(ink.tint());
        return cell;
    }

    private PdfPCell notes() {
        var rows = OrdinaryCells.table(1);
        sheet.payment()
                .notes()
                .forEach(note -> rows.addCell(
                        OrdinaryCells.left(PrintableText.rows(note), OrdinaryFonts.regular(8.5f, PaperInk.MUTED))));
        var cell = OrdinaryCells.holding(rows);
        cell.setPaddingTop(PADDING);
        return cell;
    }

    /** The address without its scheme, as one would type it. */
    private static String shown(URI link) {
        return PrintableText.row(link.toString().replaceFirst("(?i)^https?://", ""));
    }
}
