package com.duemate.platform.reminders;

import java.util.UUID;

/** Names something a reminder policy gave a person to do. */
public record TaskId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
