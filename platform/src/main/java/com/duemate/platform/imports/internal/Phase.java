package com.duemate.platform.imports.internal;

/** What the worker does next with an import. */
enum Phase {
    /** Drops what was staged before. */
    CLEAR,
    /** Reads the file and weighs its rows. */
    READ,
    /** Weighs the customers the file speaks of. */
    WEIGH,
    TAKE_CUSTOMERS,
    TAKE_INVOICES,
    UNDO_INVOICES,
    UNDO_CUSTOMERS;

    boolean isStaging() {
        return compareTo(TAKE_CUSTOMERS) < 0;
    }
}
