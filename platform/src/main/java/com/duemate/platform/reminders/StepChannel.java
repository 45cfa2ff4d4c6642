package com.duemate.platform.reminders;

/** By which way a step wants to reach the customer. */
public enum StepChannel {
    EMAIL,
    SMS,
    /** On paper, printed and posted by a person. */
    LETTER,
    /** Something a person does, such as a call. */
    TASK;

    /** Whether a person of the tenant has to do something for it. */
    public boolean byHand() {
        return this == LETTER || this == TASK;
    }
}
