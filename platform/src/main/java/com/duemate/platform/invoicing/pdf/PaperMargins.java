package com.duemate.platform.invoicing.pdf;

/** What stays free at both sides of a page, in points. */
record PaperMargins(float left, float right) {

    /** Width of the text. */
    float measure() {
        return PaperPage.WIDTH - left - right;
    }
}
