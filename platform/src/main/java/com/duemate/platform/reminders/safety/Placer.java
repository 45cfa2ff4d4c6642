package com.duemate.platform.reminders.safety;

/** Who placed or released a stop. */
public enum Placer {
    TENANT,
    STAFF,
    ENGINE
}
