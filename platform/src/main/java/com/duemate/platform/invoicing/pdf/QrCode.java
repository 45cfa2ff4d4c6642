package com.duemate.platform.invoicing.pdf;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.awt.Color;

/** A QR code as one path of squares, at the right of its place, on white with a quiet zone. */
final class QrCode implements Box {

    private static final float SIDE = 84;
    private static final float ROUND = 4;
    /** How far a curve's handles reach to come close to a quarter of a circle. */
    private static final float HANDLE = 0.4477f * ROUND;

    private static final int QUIET_MODULES = 3;

    private final ByteMatrix modules;

    QrCode(String text) {
        modules = QrModules.of(text);
    }

    @Override
    public float height(float width) {
        return SIDE;
    }

    @Override
    public void draw(PaperPage page, float from, float top, float width, float height) {
        float side = Math.min(width, SIDE);
        float left = from + width - side;
        float module = side / (modules.getWidth() + 2 * QUIET_MODULES);
        rounded(page.path(Color.WHITE), left, PaperPage.HEIGHT - top - side, side);
        // In the code's own coordinates: whole modules, from its first one down.
        var path = page.path(PaperInk.TEXT).add("q ").add(module).add("0 0 ").add(-module);
        path.add(left + QUIET_MODULES * module)
                .add(PaperPage.HEIGHT - top - QUIET_MODULES * module)
                .add("cm\n");
        for (int y = 0; y < modules.getHeight(); y++) {
            var row = modules.getArray()[y];
            for (int x = 0; x < row.length; x++) {
                int run = x;
                while (run < row.length && row[run] == 1) {
                    run++;
                }
                if (run > x) {
                    path.number(x).number(y).number(run - x).add("1 re\n");
                    x = run;
                }
            }
        }
        path.add("f Q\n");
    }

    /** A square with round corners, from its lower left. */
    private static void rounded(PaperBytes path, float x, float y, float side) {
        float right = x + side;
        float top = y + side;
        path.add(x + ROUND).add(y).add("m ").add(right - ROUND).add(y).add("l ");
        curve(path, right - HANDLE, y, right, y + HANDLE, right, y + ROUND);
        path.add(right).add(top - ROUND).add("l ");
        curve(path, right, top - HANDLE, right - HANDLE, top, right - ROUND, top);
        path.add(x + ROUND).add(top).add("l ");
        curve(path, x + HANDLE, top, x, top - HANDLE, x, top - ROUND);
        path.add(x).add(y + ROUND).add("l ");
        curve(path, x, y + HANDLE, x + HANDLE, y, x + ROUND, y);
        path.add("f\n");
    }

    private static void curve(PaperBytes path, float... points) {
        for (float point : points) {
            path.add(point);
        }
        path.add("c ");
    }
}
