package com.duemate.platform.invoicing.internal;

import com.duemate.platform.files.Files;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Printed invoices, each printed once for what stands on it: everybody who asks gets the same kept bytes. A customer's scope
 * keeps nothing itself; where nothing is kept yet it gets its paper at once and orders it to be kept.
 */
@Component
class KeptPapers implements MeterBinder {

    private static final String ROOM = "invoicing";
    private static final String TYPE = "application/pdf";
    private static final Duration SUPERSEDED_FOR = Duration.ofDays(30);
    private static final int SWEPT_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final InvoicePdf pdf;
    private final Files files;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final LongAdder printed = new LongAdder();

    KeptPapers(JdbcClient jdbc, InvoicePdf pdf, Files files, Outbox outbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.pdf = pdf;
        this.files = files;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws com.duemate.platform.invoicing.pdf.PaperTooLong when it cannot be printed */
    @Transactional(propagation = Propagation.MANDATORY)
    byte[] of(InvoiceDetails invoice) {
        var draft = pdf.draft(invoice);
        var id = invoice.summary().id();
        var kept = kept(id, draft.content());
        if (kept.isPresent()) {
            return kept.get();
        }
        if (Scopes.current() instanceof Scope.Customer) {
            outbox.publish(new PapersWanted(List.of(id.value())));
            return pdf.render(draft);
        }
        return print(invoice, draft);
    }

    private byte[] print(InvoiceDetails invoice, InvoicePdf.Draft draft) {
        var id = invoice.summary().id();
        int first = jdbc.sql("""
                        insert into invoicing.paper (invoice_id, content, customer_id, printed_at)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .params(
                        id.value(),
                        draft.content(),
                        invoice.summary().customer().value(),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (first == 0) {
            var others = kept(id, draft.content());
            if (others.isPresent()) {
                return others.get();
            }
        }
        var bytes = pdf.render(draft);
        printed.increment();
        jdbc.sql("update invoicing.paper set sha256 = ?, superseded_at = null where invoice_id = ? and content = ?")
                .params(store(bytes), id.value(), draft.content())
                .update();
        jdbc.sql("""
                        update invoicing.paper set superseded_at = ?
                        where invoice_id = ? and content <> ? and superseded_at is null""")
                .params(clock.now().atOffset(ZoneOffset.UTC), id.value(), draft.content())
                .update();
        return bytes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("duemate.invoicing.papers.printed", printed, LongAdder::sum)
                .description("Invoices that were rendered and kept")
                .register(registry);
    }

    private Optional<byte[]> kept(InvoiceId invoice, String content) {
        return jdbc.sql("""
                        select sha256 from invoicing.paper
                        where invoice_id = ? and content = ? and sha256 is not null""")
                .params(invoice.value(), content)
                .query(String.class)
                .optional()
                .flatMap(sha256 -> files.open(ROOM, sha256))
                .map(path -> {
                    try {
                        return java.nio.file.Files.readAllBytes(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private String store(byte[] bytes) {
        try {
            return files.store(ROOM, TYPE, new ByteArrayInputStream(bytes)).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of papers that nobody has been given for long. */
    @Transactional(propagation = Propagation.MANDATORY)
    void sweep() {
        jdbc.sql("""
                        delete from invoicing.paper p
                        using (select tenant_id, invoice_id, content from invoicing.paper
                               where superseded_at < ? order by superseded_at limit ? for update skip locked) old
                        where p.tenant_id = old.tenant_id and p.invoice_id = old.invoice_id and p.content = old.content
                        returning p.sha256""")
                .params(clock.now().minus(SUPERSEDED_FOR).atOffset(ZoneOffset.UTC), SWEPT_AT_ONCE)
                .query(String.class)
                .list()
                .forEach(sha256 -> files.forget(ROOM, sha256));
    }
}
