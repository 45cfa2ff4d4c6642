package com.duemate.tenantportal.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.Svg;
import java.util.Map;

/** A QR code to be scanned from the screen; the style sheet paints it dark on light in every scheme, since cameras want it so. */
class QrPicture extends Svg {

    private static final int QUIET_ZONE = 4;

    QrPicture(String text, String label) {
        super(svg(text));
        addClassName("dm-qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    private static String svg(String text) {
        try {
            return draw(new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static String draw(BitMatrix code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><path d=\"%s\"/></svg>"
                .formatted(code.getWidth(), code.getHeight(), path);
    }
}
