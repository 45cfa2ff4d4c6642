package com.duemate.platform.testkit;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.TenantRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fixtures as phrases: each test makes its own tenant, so that tests neither wait for nor see each other. */
@Component
public class World {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final TenantRegistry registry;
    private final Customers customers;
    private final Invoices invoices;
    private final Engines engines;
    private final TransactionTemplate transaction;

    World(
            TenantRegistry registry,
            Customers customers,
            Invoices invoices,
            Engines engines,
            PlatformTransactionManager transactions) {
        this.registry = registry;
        this.customers = customers;
        this.invoices = invoices;
        this.engines = engines;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A tenant in test mode: euros, English, Lisbon. */
    public TenantId aTenant() {
        return Backstage.call(
                new Scope.Staff(),
                () -> registry.create(new TenantRegistry.NewTenant(
                        "t%d-%d".formatted(ProcessHandle.current().pid(), COUNTER.incrementAndGet()),
                        "Northwind Studio",
                        Currency.getInstance("EUR"),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/Lisbon"),
                        true,
                        null)));
    }

    /** A customer with an e-mail address, in the tenant's language and zone. */
    public CustomerId aCustomer(TenantId tenant) {
        var name = "Larkin " + COUNTER.incrementAndGet();
        var outcome = in(
                tenant,
                () -> customers.create(new DraftCustomer(
                        null,
                        name,
                        name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com",
                        null,
                        null,
                        null)));
        return ((Customers.Outcome.Done) outcome).id();
    }

    /** An issued invoice over the amount (cents), due on that day, issued 30 days before. */
    public InvoiceId anInvoice(TenantId tenant, CustomerId customer, long cents, LocalDate dueOn) {
        var outcome = in(
                tenant,
                () -> invoices.create(
                        new DraftInvoice(
                                customer,
                                null,
                                dueOn.minusDays(30),
                                dueOn,
                                null,
                                List.of(DraftInvoice.Line.of("Design work", cents)),
                                null),
                        false));
        return ((Invoices.Outcome.Done) outcome).id();
    }

    /** Runs as the tenant's own backstage, with all permissions and no transaction of its own. */
    public <T> T in(TenantId tenant, Supplier<T> action) {
        return Backstage.call(new Scope.Tenant(tenant), action);
    }

    /** As {@link #in}, in one transaction. */
    public <T> T inTransaction(Scope scope, Supplier<T> action) {
        return Backstage.call(scope, () -> transaction.execute(_ -> action.get()));
    }

    /** Waits until no part of the machinery has anything due. */
    public void untilQuiet() {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            var restless = engines.restless();
            if (restless.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not quiet within 30 s: " + restless);
            }
            try {
                Thread.sleep(4);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
