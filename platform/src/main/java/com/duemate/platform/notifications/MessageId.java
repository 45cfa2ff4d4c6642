package com.duemate.platform.notifications;

import java.util.UUID;

/** A message to one customer. */
public record MessageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
