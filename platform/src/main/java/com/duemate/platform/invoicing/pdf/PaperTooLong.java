package com.duemate.platform.invoicing.pdf;

/** An invoice would take more than {@link InvoicePaper#MAX_PAGES} pages. */
public class PaperTooLong extends RuntimeException {

    PaperTooLong() {
        super("more than " + InvoicePaper.MAX_PAGES + " pages");
    }
}
