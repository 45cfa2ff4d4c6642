package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.Settlements;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant of its own, the clock, and what engine tests do with them. */
@PlatformTest
abstract class EngineLife {

    static final LocalDate TODAY = LocalDate.ofInstant(SettableClock.START, ZoneId.of("UTC"));

    static final Instant NIGHT = Instant.parse("2026-03-03T03:00:00Z");
    static final Instant MORNING = Instant.parse("2026-03-03T10:00:00Z");

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    Engines engines;

    @Autowired
    Customers customers;

    @Autowired
    Settlements settlements;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueEngine engine;

    @Autowired
    Turn turn;

    @Autowired
    CustomerLocks locks;

    @Autowired
    DueRows due;

    @Autowired
    Invoices invoices;

    TenantId tenant = new TenantId(new UUID(0, 0));

    @BeforeEach
    void aFreshTenant() {
        clock.set(SettableClock.START);
        tenant = world.aTenant();
    }

    @AfterEach
    void backToTheStart() {
        clock.set(SettableClock.START);
        // Of any tenant that a test has claimed and not served.
        world.inTransaction(new Scope.Engine(), () -> jdbc.sql("update reminders.turn set leased_until = '-infinity'")
                .update());
    }

    void setZone(CustomerId customer, String zone) {
        world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("update customers.customer set zone = ? where id = ?")
                        .params(zone, customer.value())
                        .update());
    }

    void redate(InvoiceId invoice, CustomerId customer, LocalDate dueOn) {
        var outcome = world.in(
                tenant,
                () -> invoices.update(
                        invoice,
                        new DraftInvoice(
                                customer,
                                null,
                                dueOn.minusDays(30),
                                dueOn,
                                null,
                                List.of(DraftInvoice.Line.of("Design work", 20_000)),
                                null)));
        assertThat(outcome).isInstanceOf(Invoices.Outcome.Done.class);
    }

    CustomerId aCustomerIn(String zone) {
        var number = Ids.next().toString();
        var outcome = world.in(
                tenant,
                () -> customers.create(new DraftCustomer(
                        number, "Customer " + number, "c" + number + "@example.com", null, null, zone)));
        return ((Customers.Outcome.Done) outcome).id();
    }

    void pay(CustomerId customer, InvoiceId invoice, long cents) {
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> settlements.settle(new Settlements.Receipt(
                        Ids.next(), customer, Money.of(cents, "EUR"), List.of(invoice), clock.now())));
    }

    void walk(Duration way, Duration pace) {
        settle();
        for (var end = clock.now().plus(way); clock.now().isBefore(end); ) {
            clock.advance(pace);
            settle();
        }
    }

    void settle() {
        engines.wake();
        world.untilQuiet();
    }

    List<MessageSummary> sent() {
        return world.in(tenant, () -> {
            var all = new ArrayList<MessageSummary>();
            String cursor = null;
            do {
                var page = messages.list(new Messages.MessageQuery(null, "reminder", List.of(), 200, cursor));
                all.addAll(page.items());
                cursor = page.next();
            } while (cursor != null);
            return all;
        });
    }

    /** By cycle and level. */
    Map<String, String> outcomes(InvoiceId invoice) {
        return world.inTransaction(new Scope.Tenant(tenant), () -> {
            var outcomes = new HashMap<String, String>();
            jdbc.sql("""
                            select cycle || '/' || position, outcome || ' ' || reason from reminders.decision
                            where invoice_id = ?""").param(invoice.value()).query(row -> {
                outcomes.put(row.getString(1), row.getString(2));
            });
            return outcomes;
        });
    }

    List<String> text(String sql) {
        return world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql(sql).query(String.class).list());
    }

    long count(String sql) {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql(sql).query(Long.class).single());
    }
}
