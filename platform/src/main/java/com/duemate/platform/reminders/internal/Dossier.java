package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.StepChannel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer who is to be weighed, and how to reach it.
 *
 * @param rows its undecided steps as stored, also those whose invoice is gone
 */
record Dossier(
        CustomerId customer,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Locale locale,
        Situation situation,
        List<StepRow> rows) {

    Dossier {
        rows = List.copyOf(rows);
    }

    /** @throws java.util.NoSuchElementException for an invoice that is neither owed nor planned */
    OpenItem item(InvoiceId invoice) {
        return situation.items().stream()
                .filter(item -> item.id().equals(invoice))
                .findFirst()
                .orElseThrow();
    }

    Optional<String> address(StepChannel channel) {
        return Optional.ofNullable(
                switch (channel) {
                    case EMAIL -> email;
                    case SMS -> phone;
                    case LETTER, TASK -> null;
                });
    }

    Dossier with(Situation other) {
        return new Dossier(customer, name, email, phone, locale, other, rows);
    }
}
