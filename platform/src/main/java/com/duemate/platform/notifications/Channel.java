package com.duemate.platform.notifications;

/** The way a message goes. */
public enum Channel {
    EMAIL,
    SMS
}
