package com.duemate.platform.invoicing;

import java.util.List;

/** An invoice with its lines. @param version grows with each change */
public record InvoiceDetails(InvoiceSummary summary, List<DraftInvoice.Line> lines, int version) {}
