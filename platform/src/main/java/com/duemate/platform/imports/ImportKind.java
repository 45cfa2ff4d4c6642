package com.duemate.platform.imports;

/** What the rows of a file are. Rows of invoices also speak of their customers. */
public enum ImportKind {
    CUSTOMERS,
    INVOICES
}
