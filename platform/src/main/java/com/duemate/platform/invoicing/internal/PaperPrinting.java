package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.pdf.PaperTooLong;
import com.duemate.platform.messaging.EventHandler;
import java.util.Comparator;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Prints what was ordered, so that who asks later finds it kept. */
@Component
class PaperPrinting implements EventHandler<PapersWanted> {

    private static final Logger LOG = LoggerFactory.getLogger(PaperPrinting.class);

    private final Invoices invoices;
    private final KeptPapers papers;

    PaperPrinting(Invoices invoices, KeptPapers papers) {
        this.invoices = invoices;
        this.papers = papers;
    }

    @Override
    public Class<PapersWanted> event() {
        return PapersWanted.class;
    }

    @Override
    public String name() {
        return "invoicing.print";
    }

    @Override
    public void on(PapersWanted order) {
        // A paper locks its invoice: in the order in which everybody locks invoices, or two of them wait for each
        // other.
        for (var id : order.invoices().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList()) {
            try {
                invoices.find(new InvoiceId(id)).ifPresent(papers::of);
            } catch (PaperTooLong e) {
                LOG.info("invoice {} is too long for paper", id);
            }
        }
        papers.sweep();
    }
}
