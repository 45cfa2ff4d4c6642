package com.duemate.platform.reminders;

/** The day a step counts its days from. */
public enum Anchor {
    DUE,
    ISSUED,
    /** The day the customer last heard of the invoice, or the day meant for the step before, whichever is later. */
    LAST_CONTACT
}
