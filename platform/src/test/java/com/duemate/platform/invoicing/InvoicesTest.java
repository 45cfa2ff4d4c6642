package com.duemate.platform.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.ledger.Journal;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class InvoicesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired
    World world;

    @Autowired
    Invoices invoices;

    @Autowired
    Settlements settlements;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anInvoiceIsOwedAndAPaymentSettlesItToTheCent() {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);

        var receipt = new Settlements.Receipt(Ids.next(), customer, Money.of(20_000, "EUR"), List.of(invoice), NOW);
        var first = world.inTransaction(new Scope.Tenant(tenant), () -> settlements.settle(receipt));
        var again = world.inTransaction(new Scope.Tenant(tenant), () -> settlements.settle(receipt));

        assertThat(first.surplus()).isEqualTo(Money.of(7_655, "EUR"));
        assertThat(again.fresh()).isFalse();
        var paid = world.in(tenant, () -> invoices.find(invoice)).orElseThrow().summary();
        assertThat(paid.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paid.open().isZero()).isTrue();
        assertThat(world.in(tenant, () -> journal.unapplied(customer))).containsExactly(Money.of(7_655, "EUR"));
    }

    @Test
    void twoPaymentsAtOnceNeverShareTheSameCents() throws Exception {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 10_000, DUE);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var pays = new ArrayList<Callable<Money>>();
            for (int i = 0; i < 4; i++) {
                pays.add(() -> world.inTransaction(
                                new Scope.Tenant(tenant),
                                () -> settlements.settle(new Settlements.Receipt(
                                        Ids.next(), customer, Money.of(8_000, "EUR"), List.of(invoice), NOW)))
                        .surplus());
            }
            long surplus = 0;
            for (var each : threads.invokeAll(pays)) {
                surplus += each.get().minor();
            }
            assertThat(surplus).isEqualTo(4 * 8_000 - 10_000);
        }
    }

    @Test
    void numbersAreGaplessHoweverManyAreMadeAtOnce() throws Exception {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var makes = new ArrayList<Callable<InvoiceId>>();
            for (int i = 0; i < 24; i++) {
                makes.add(() -> world.anInvoice(tenant, customer, 100, DUE));
            }
            threads.invokeAll(makes);
        }
        var numbers =
                new HashSet<>(world.in(tenant, () -> invoices.list(Invoices.InvoiceQuery.all(100))).items().stream()
                        .map(InvoiceSummary::number)
                        .toList());
        assertThat(numbers).hasSize(24).contains("1001", "1024");
    }

    @Test
    void pagesThroughAllInvoicesWithoutGapOrRepeat() {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        for (int i = 0; i < 7; i++) {
            world.anInvoice(tenant, customer, 100 + i, DUE.plusDays(i % 2));
        }
        var seen = new ArrayList<InvoiceId>();
        String cursor = null;
        do {
            var from = cursor;
            var page = world.in(
                    tenant, () -> invoices.list(new Invoices.InvoiceQuery(List.of(), false, null, null, 3, from)));
            page.items().forEach(i -> seen.add(i.id()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void voidsOnlyWhatNothingWasPaidOnAndKeepsTheVersion() {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        var untouched = world.anInvoice(tenant, customer, 5_000, DUE);
        var paidOn = world.anInvoice(tenant, customer, 5_000, DUE);
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> settlements.settle(
                        new Settlements.Receipt(Ids.next(), customer, Money.of(1_000, "EUR"), List.of(paidOn), NOW)));

        assertThat(world.in(tenant, () -> invoices.voidInvoice(untouched, "twice")))
                .isInstanceOf(Invoices.Outcome.Done.class);
        assertThat(world.in(tenant, () -> invoices.voidInvoice(paidOn, "twice")))
                .isEqualTo(new Invoices.Outcome.Refused("status", "invoicing.refused.cannotVoid"));
        long versions =
                world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("select count(*) from invoicing.version")
                        .query(Long.class)
                        .single());
        assertThat(versions).isEqualTo(1);
    }

    @Test
    void theJournalTakesNothingUnbalancedAndNothingLater() {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        world.anInvoice(tenant, customer, 5_000, DUE);
        var scope = new Scope.Tenant(tenant);

        assertThatThrownBy(() -> world.inTransaction(scope, () -> jdbc.sql("""
                                with t as (insert into ledger.transaction (id, source, external_id, at)
                                           values (gen_random_uuid(), 'x', '1', now()) returning id)
                                insert into ledger.entry (transaction_id, line, account, customer_id, amount, currency)
                                select id, 1, 'CASH', gen_random_uuid(), 5, 'EUR' from t""").update()))
                .rootCause()
                .hasMessageContaining("not balanced");
        assertThatThrownBy(() -> world.inTransaction(scope, () -> jdbc.sql("""
                                insert into ledger.entry (transaction_id, line, account, customer_id, amount, currency)
                                select id, l, 'CASH', gen_random_uuid(), case l when 8 then 5 else -5 end, 'EUR'
                                from ledger.transaction, (values (8), (9)) v(l) limit 2""").update()))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> world.inTransaction(scope, () -> jdbc.sql("update ledger.entry set amount = 1")
                        .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void printsTheInvoice() {
        var tenant = world.aTenant();
        var invoice = world.anInvoice(tenant, world.aCustomer(tenant), 4_820_00, DUE);
        var pdf = world.in(tenant, () -> invoices.pdf(invoice)).orElseThrow();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(world.in(world.aTenant(), () -> invoices.pdf(invoice))).isEmpty();
    }

    @Test
    void aCustomersLoginReadsNoDraft() {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        var due = LocalDate.of(2026, 4, 1);
        world.anInvoice(tenant, customer, 500, due);
        world.in(
                tenant,
                () -> invoices.create(
                        new DraftInvoice(
                                customer,
                                null,
                                due.minusDays(30),
                                due,
                                null,
                                List.of(DraftInvoice.Line.of("Not yet", 700)),
                                null),
                        true));
        for (var table : List.of("invoice", "line")) {
            assertThat(world.inTransaction(
                            new Scope.Customer(tenant, customer), () -> jdbc.sql("select total from invoicing." + table)
                                    .query(Long.class)
                                    .list()))
                    .as(table)
                    .containsExactly(500L);
        }
    }
}
