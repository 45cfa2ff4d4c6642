package com.duemate.platform.invoicing;

import java.util.UUID;

/** An invoice of the current tenant. */
public record InvoiceId(UUID value) {

    public static InvoiceId of(String text) {
        return new InvoiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
