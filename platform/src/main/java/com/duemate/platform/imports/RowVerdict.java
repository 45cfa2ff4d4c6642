package com.duemate.platform.imports;

/** What committing a row does, or did. In a file of invoices it is about the invoice. */
public enum RowVerdict {
    NEW,
    CHANGED,
    UNCHANGED,
    REFUSED
}
