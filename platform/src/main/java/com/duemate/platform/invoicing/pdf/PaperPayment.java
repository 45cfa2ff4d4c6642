package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.invoicing.pdf.InvoiceSheet.Stage;
import java.net.URI;
import java.util.Optional;
import org.openpdf.text.Chunk;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** How to pay: the link in words and as a code, and the tenant's own notes. */
final class PaperPayment {

    private static final float PADDING = 16;
    private static final float CODE = 84;

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    PaperPayment(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
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
        var table = Cells.table(1);
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
        var address = new Chunk(shown(link), PaperFonts.regular(9.5f, ink.accentText()));
        address.setAnchor(link.toASCIIString());
        var words = Cells.table(1);
        var title = Cells.left(this.words.say("payOnline"), PaperFonts.semibold(11, PaperInk.TEXT));
        title.setPaddingBottom(5);
        words.addCell(title);
        words.addCell(Cells.left(address));
        var hint = Cells.left(
                this.words.say(code ? "payOnline.scan" : "payOnline.open"), PaperFonts.regular(8.5f, PaperInk.MUTED));
        hint.setPaddingTop(5);
        words.addCell(hint);

        var box = code ? Cells.table(4, 1) : Cells.table(1);
        var left = Cells.holding(words);
        left.setVerticalAlignment(PdfPCell.ALIGN_MIDDLE);
        left.setPaddingRight(PADDING);
        box.addCell(left);
        if (code) {
            var right = Cells.empty();
            right.setFixedHeight(CODE);
            right.setCellEvent(new QrCode(link.toASCIIString()));
            box.addCell(right);
        }
        var cell = Cells.holding(box);
        cell.setPadding(PADDING);
        cell.setBackgroundColor(ink.tint());
        return cell;
    }

    private PdfPCell notes() {
        var rows = Cells.table(1);
        sheet.payment()
                .notes()
                .forEach(note ->
                        rows.addCell(Cells.left(PrintableText.rows(note), PaperFonts.regular(8.5f, PaperInk.MUTED))));
        var cell = Cells.holding(rows);
        cell.setPaddingTop(PADDING);
        return cell;
    }

    /** The address without its scheme, as one would type it. */
    private static String shown(URI link) {
        return PrintableText.row(link.toString().replaceFirst("(?i)^https?://", ""));
    }
}
