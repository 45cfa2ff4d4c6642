package com.duemate.platform.invoicing.pdf;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.awt.Color;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPCellEvent;
import org.openpdf.text.pdf.PdfPTable;

/** A QR code (ISO/IEC 18004, level M) as one path of squares, at the right of its cell, on white with a quiet zone. */
final class OrdinaryCode implements PdfPCellEvent {

    private static final int QUIET_MODULES = 3;

    private final ByteMatrix modules;

    OrdinaryCode(String text) {
        modules = QrModules.of(text);
    }

    @Override
    public void cellLayout(PdfPCell cell, Rectangle place, PdfContentByte[] canvases) {
        int modulesAcross = modules.getWidth() + 2 * QUIET_MODULES;
        float side = Math.min(place.getWidth(), place.getHeight());
        float module = side / modulesAcross;
        float left = place.getRight() - side;
        float top = place.getTop();

        var canvas = canvases[PdfPTable.TEXTCANVAS];
        canvas.saveState();
        canvas.setColorFill(Color.WHITE);
        canvas.roundRectangle(left, top - side, side, side, 4);
        canvas.fill();
        canvas.setColorFill(PaperInk.TEXT);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = x;
                while (run < modules.getWidth() && modules.get(run, y) == 1) {
                    run++;
                }
                if (run > x) {
                    canvas.rectangle(
                            left + (x + QUIET_MODULES) * module,
                            top - (y + QUIET_MODULES + 1) * module,
                            (run - x) * module,
                            module);
                    x = run;
                }
            }
        }
        canvas.fill();
        canvas.restoreState();
    }
}
