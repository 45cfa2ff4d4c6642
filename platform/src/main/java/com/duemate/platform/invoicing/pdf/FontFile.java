package com.duemate.platform.invoicing.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/** The typeface as it is shipped. */
final class FontFile {

    private FontFile() {}

    static BaseFont parsed(String file) {
        try (var in = FontFile.class.getResourceAsStream("/fonts/inter/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font " + file + " is missing");
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, true, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
