package com.duemate.platform.reminders;

/** By which way a step wants to reach the customer. */
public enum StepChannel {
    EMAIL,
    SMS
}
