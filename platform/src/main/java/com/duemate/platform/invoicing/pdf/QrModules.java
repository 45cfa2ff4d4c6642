package com.duemate.platform.invoicing.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code's squares (ISO/IEC 18004, level M). */
final class QrModules {

    /**
     * One mask for all: to weigh all eight takes longer than the rest of an invoice, and guards against patterns that the letters
     * of an address do not make.
     */
    private static final Map<EncodeHintType, Integer> MASK = Map.of(EncodeHintType.QR_MASK_PATTERN, 3);

    private QrModules() {}

    static ByteMatrix of(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, MASK).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("a link too long for a QR code", e);
        }
    }
}
