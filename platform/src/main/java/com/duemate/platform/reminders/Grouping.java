package com.duemate.platform.reminders;

/** What one message asks for. */
public enum Grouping {
    /** All the customer owes, at the level of its oldest invoice. */
    CUSTOMER,
    /** Its own invoice alone. */
    INVOICE
}
