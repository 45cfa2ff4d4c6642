package com.duemate.platform.invoicing;

import java.util.List;
import java.util.Optional;

/** As a customer: what one was invoiced. Drafts are never shown. */
public interface OwnInvoices {

    /** Newest first, at most 500. */
    List<InvoiceSummary> list();

    Optional<InvoiceDetails> find(InvoiceId id);

    Optional<byte[]> pdf(InvoiceId id);
}
