package com.duemate.platform.arrangements;

import com.duemate.platform.invoicing.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** As a customer: saying "not yet" and "not right". What is said is carried out by the tenant's scope. */
public interface OwnArrangements {

    /** The same id again is the same promise. */
    Arrangements.Outcome promise(UUID id, List<InvoiceId> invoices, LocalDate paysOn);

    /** @param reason 1 to 1,000 characters of plain text */
    Arrangements.Outcome dispute(UUID id, List<InvoiceId> invoices, String reason);

    /** The active ones, newest first. */
    List<Arrangements.Arrangement> active();
}
