package com.duemate.platform.reminders.adaptive;

/** On which side of the comparison a message goes out. */
public enum Arm {
    /** By advice. */
    ADAPTED,
    /** As the policy says, although there was advice. */
    HELD_OUT
}
