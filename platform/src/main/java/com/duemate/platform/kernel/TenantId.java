package com.duemate.platform.kernel;

import java.util.UUID;

/** A business that sends invoices; every row of business data belongs to exactly one. */
public record TenantId(UUID value) {

    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
