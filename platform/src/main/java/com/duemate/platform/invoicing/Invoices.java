package com.duemate.platform.invoicing;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invoices of the tenant one works in. */
public interface Invoices {

    /** Creates and issues at once unless {@code asDraft}. */
    Outcome create(DraftInvoice draft, boolean asDraft);

    Outcome issue(InvoiceId id);

    /** Changes a draft freely; of an issued invoice that nothing was paid on, all but its customer and currency. */
    Outcome update(InvoiceId id, DraftInvoice draft);

    /** Cancels an invoice issued in error; refused once something was paid. */
    Outcome voidInvoice(InvoiceId id, String reason);

    Optional<InvoiceDetails> find(InvoiceId id);

    Page<InvoiceSummary> list(InvoiceQuery query);

    /** All that a customer still owes, oldest due first. */
    List<InvoiceSummary> open(CustomerId customer);

    List<InvoiceSummary> findAll(Collection<InvoiceId> ids);

    /** As {@link #findAll}; nobody can pay, change or void the invoices until the caller's transaction ends. */
    List<InvoiceSummary> findAllHeldStill(Collection<InvoiceId> ids);

    /** What these customers owe, one entry for each customer and currency; none for who owes nothing. */
    List<Owed> owed(Collection<CustomerId> customers);

    /** The invoice as its customer gets it, PDF bytes in the tenant's brand; empty for unknown ids. */
    Optional<byte[]> pdf(InvoiceId id);

    /** @param statuses any when empty; @param late only those past due; @param search part of number or customer name */
    record InvoiceQuery(
            List<InvoiceStatus> statuses,
            boolean late,
            @Nullable CustomerId customer,
            @Nullable String search,
            int limit,
            @Nullable String cursor) {

        public static InvoiceQuery all(int limit) {
            return new InvoiceQuery(List.of(), false, null, null, limit, null);
        }
    }

    /** @param late the part of the open amount that is past due; @param invoices open ones */
    record Owed(CustomerId customer, Money open, Money late, int invoices) {}

    /** What became of a command. */
    sealed interface Outcome {

        record Done(InvoiceId id) implements Outcome {}

        /** @param field of the draft, or "status"; @param reason a text key of bundle {@code invoicing} */
        record Refused(String field, String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }
}
