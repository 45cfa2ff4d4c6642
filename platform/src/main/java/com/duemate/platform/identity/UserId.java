package com.duemate.platform.identity;

import java.util.UUID;

/** A seat in the tenant one works in; the same person has another one in another tenant. */
public record UserId(UUID value) {

    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
