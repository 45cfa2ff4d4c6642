package com.duemate.platform.kernel;

import java.util.UUID;

/** Who owes a tenant money. In the kernel because the scope of a customer's portal is named by it. */
public record CustomerId(UUID value) {

    public static CustomerId of(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
