package com.duemate.themes;

/** The font families a brand may choose from: stacks of what devices already have (0 KB), and one bundled family. */
public enum BrandFont {
    SYSTEM("system-ui,ui-sans-serif,sans-serif", "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"),
    INSTRUMENT_SANS("'Instrument Sans',system-ui,ui-sans-serif,sans-serif", "'Segoe UI',Helvetica,Arial,sans-serif"),
    CLASSICAL("Optima,Candara,'Noto Sans',source-sans-pro,sans-serif", "Optima,Candara,Verdana,sans-serif"),
    GEOMETRIC("Avenir,Montserrat,Corbel,'URW Gothic',source-sans-pro,sans-serif", "Avenir,Corbel,Arial,sans-serif"),
    HUMANIST("Seravek,'Gill Sans Nova',Ubuntu,Calibri,'DejaVu Sans',sans-serif", "Seravek,Calibri,Verdana,sans-serif"),
    ROUNDED(
            "ui-rounded,'Hiragino Maru Gothic ProN',Quicksand,Comfortaa,Manjari,Calibri,sans-serif",
            "Calibri,sans-serif"),
    SERIF("Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif", "Charter,Cambria,Georgia,serif");

    private final String screenStack;
    private final String mailStack;

    BrandFont(String screenStack, String mailStack) {
        this.screenStack = screenStack;
        this.mailStack = mailStack;
    }

    /** Value of a {@code font-family} declaration on screen. */
    public String screenStack() {
        return screenStack;
    }

    /** Value of a {@code font-family} declaration in e-mail, where nothing can be downloaded. */
    public String mailStack() {
        return mailStack;
    }
}
