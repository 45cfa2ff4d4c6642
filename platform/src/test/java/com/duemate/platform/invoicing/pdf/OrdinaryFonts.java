package com.duemate.platform.invoicing.pdf;

import java.awt.Color;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

final class OrdinaryFonts {

    static final BaseFont REGULAR = FontFile.parsed("Inter-Regular.ttf");
    static final BaseFont SEMIBOLD = FontFile.parsed("Inter-SemiBold.ttf");

    private OrdinaryFonts() {}

    static Font regular(float size, Color color) {
        return new Font(REGULAR, size, Font.NORMAL, color);
    }

    static Font semibold(float size, Color color) {
        return new Font(SEMIBOLD, size, Font.NORMAL, color);
    }
}
