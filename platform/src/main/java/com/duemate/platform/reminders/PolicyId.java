package com.duemate.platform.reminders;

import java.util.UUID;

/** Names a policy through all its versions. */
public record PolicyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
