package com.duemate.platform.testkit;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever locks several invoices locks the one with the lowest id first. Otherwise two of them wait for each other. */
public final class LockOrder {

    private LockOrder() {}

    /** Has the writing wait for the first of two invoices and looks whether it holds the second one meanwhile. */
    public static void check(World world, JdbcClient jdbc, TenantId tenant, List<InvoiceId> both, Runnable writing) {
        var sorted = both.stream()
                .sorted(Comparator.comparing(InvoiceId::toString))
                .map(InvoiceId::value)
                .toList();
        var written = world.inTransaction(new Scope.Tenant(tenant), () -> {
            var lock = "select id from invoicing.invoice where id = ? for update nowait";
            jdbc.sql(lock).param(sorted.getFirst()).query().singleValue();
            var other = CompletableFuture.runAsync(writing);
            var deadline = Instant.now().plus(Duration.ofSeconds(20));
            while (!jdbc.sql("select exists (select from pg_locks where not granted and pid <> pg_backend_pid())")
                    .query(Boolean.class)
                    .single()) {
                if (other.isDone() || Instant.now().isAfter(deadline)) {
                    throw new AssertionError("nothing waits for the first invoice");
                }
                Thread.onSpinWait();
            }
            jdbc.sql(lock).param(sorted.getLast()).query().singleValue();
            return other;
        });
        written.join();
    }
}
