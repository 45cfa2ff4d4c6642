package com.duemate.platform.invoicing;

/** Where an invoice stands. Late and disputed are seen beside it, not instead of it. */
public enum InvoiceStatus {
    DRAFT,
    OPEN,
    PARTLY_PAID,
    PAID,
    VOID,
    WRITTEN_OFF;

    /** Issued, and something is still owed. */
    public boolean isOpen() {
        return this == OPEN || this == PARTLY_PAID;
    }
}
