package com.duemate.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.ledger.Journal;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.MoneyInvariants;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.Visitor;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class CheckoutTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    OwnPayments own;

    @Autowired
    Payments payments;

    @Autowired
    Invoices invoices;

    @Autowired
    Journal journal;

    @Autowired
    Messages messages;

    @Autowired
    SettableClock clock;

    @Autowired
    MoneyInvariants money;

    @Autowired
    JdbcClient jdbc;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));
    private InvoiceId invoice = new InvoiceId(new UUID(0, 0));

    @BeforeEach
    void anInvoiceIsOwed() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        invoice = world.anInvoice(tenant, customer, 12_345, DUE);
    }

    @AfterEach
    void theBooksHold() {
        money.check(tenant);
    }

    @Test
    void anApprovedPaymentIsBookedAndReceipted() {
        var payer = payer(customer);
        var request = payer.asksToPay(invoice);
        world.untilQuiet();
        var page = URI.create(Objects.requireNonNull(payer.sees(request).checkoutUrl()));
        var shown = new Visitor(port).get(page.getHost(), page.getPath());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("€123.45", "Invoice 1001", "No money moves");
        assertThat(shown.headers().firstValue("Set-Cookie")).isEmpty();

        payer.pays(request, "APPROVED");

        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
        var payment = payer.payments().getFirst();
        assertThat(payment.status()).isEqualTo(PaymentStatus.RECEIVED);
        assertThat(payer.sees(request).checkoutUrl()).isNull();
        var receipt = payer.receipt(payment.id());
        assertThat(receipt.number()).isEqualTo("R-000001");
        assertThat(receipt.parts()).containsExactly(new PaymentReceipt.Part("1001", Money.of(12_345, "EUR")));
        assertThat(receipt.credit().isZero()).isTrue();
        assertThat(world.in(tenant, () -> payments.of(invoice))).containsExactly(payment);
        assertThat(thanks()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("€123.45", "/receipts/" + receipt.token());
            assertThat(message.summary().subjects()).containsExactly(payment.id());
        });
    }

    @Test
    void aDeclinedPaymentTakesNothingAndMayBeTriedAgain() {
        var payer = payer(customer);
        var request = payer.asksToPay(invoice);
        payer.pays(request, "DECLINED");
        assertThat(Objects.requireNonNull(payer.sees(request).payment()).status())
                .isEqualTo(PaymentStatus.DECLINED);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.OPEN);

        payer.pays(payer.asksToPay(invoice), "APPROVED");
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void aSlowPaymentIsInFlightUntilTheBankIsSureAndNobodyPaysTwice() {
        var payer = payer(customer);
        payer.pays(payer.asksToPay(invoice), "SLOW");
        assertThat(payer.payments()).extracting(PaymentSummary::status).containsExactly(PaymentStatus.IN_FLIGHT);
        assertThat(inFlight()).containsExactly(invoice.value());

        var second = payer.asksToPay(invoice);
        world.untilQuiet();
        assertThat(payer.sees(second).refusal()).isEqualTo("payments.refused.inFlight");
        assertThat(payer.sees(second).payment()).isEqualTo(payer.payments().getFirst());

        clock.advance(Duration.ofSeconds(10));
        world.untilQuiet();
        assertThat(payer.payments()).extracting(PaymentSummary::status).containsExactly(PaymentStatus.RECEIVED);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
        assertThat(inFlight()).isEmpty();
    }

    @Test
    void askingTwiceShowsOnePage() throws Exception {
        var payer = payer(customer);
        var requests = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var clicks = IntStream.range(0, 4)
                    .<Callable<UUID>>mapToObj(_ -> () -> payer.asksToPay(invoice))
                    .toList();
            for (var each : threads.invokeAll(clicks)) {
                requests.add(each.get());
            }
        }
        world.untilQuiet();
        assertThat(requests.stream()
                        .map(payer::sees)
                        .map(OwnPayments.Request::payment)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void severalInvoicesArePaidTogetherOldestFirst() {
        var older = world.anInvoice(tenant, customer, 2_000, DUE.minusDays(20));
        var payer = payer(customer);
        payer.pays(payer.asksToPay(invoice, older), "APPROVED");
        var payment = payer.payments().getFirst();
        assertThat(payment.amount()).isEqualTo(Money.of(14_345, "EUR"));
        assertThat(payment.invoices()).containsExactly(older.value(), invoice.value());
    }

    @Test
    void refusesWithAReasonWhatCannotBePaid() {
        var stranger = world.aCustomer(tenant);
        var notMine = world.anInvoice(tenant, stranger, 999, DUE);
        var dollars = ((Invoices.Outcome.Done) world.in(
                        tenant,
                        () -> invoices.create(
                                new DraftInvoice(
                                        customer,
                                        null,
                                        DUE,
                                        DUE,
                                        "USD",
                                        List.of(DraftInvoice.Line.of("Work", 500)),
                                        null),
                                false)))
                .id();
        var payer = payer(customer);
        var foreign = payer.asksToPay(notMine);
        var mixed = payer.asksToPay(invoice, dollars);
        world.untilQuiet();
        assertThat(payer.sees(foreign).refusal()).isEqualTo("payments.refused.nothingToPay");
        assertThat(payer.sees(mixed).refusal()).isEqualTo("payments.refused.mixedCurrencies");

        payer.pays(payer.asksToPay(invoice), "APPROVED");
        var again = payer.asksToPay(invoice);
        world.untilQuiet();
        assertThat(payer.sees(again).refusal()).isEqualTo("payments.refused.nothingToPay");
        assertThat(world.inTransaction(new Scope.Customer(tenant, stranger), own::list))
                .isEmpty();
    }

    @Test
    void twentyPaymentsAtOnceAreAllBookedAllocatedOnceAndTheRestIsCredit() throws Exception {
        var payer = payer(customer);
        var byLink = payer.asksToPay(Origin.LINK, invoice);
        var byPortal = payer.asksToPay(Origin.PORTAL, invoice);
        world.untilQuiet();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var pays = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 18; i++) {
                var key = "transfer-" + i;
                pays.add(() -> byHand(key, 12_345) instanceof Payments.Outcome.Booked);
            }
            for (var request : List.of(byLink, byPortal)) {
                pays.add(() -> {
                    payer.chooses(request, "APPROVED");
                    return true;
                });
            }
            for (var each : threads.invokeAll(pays)) {
                assertThat(each.get()).isTrue();
            }
        }
        world.untilQuiet();
        assertThat(payer.payments())
                .hasSize(20)
                .extracting(PaymentSummary::status)
                .containsOnly(PaymentStatus.RECEIVED);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
        assertThat(world.in(tenant, () -> journal.unapplied(customer))).containsExactly(Money.of(19 * 12_345, "EUR"));
    }

    @Test
    void theSameKeyAgainIsTheSamePayment() {
        var first = (Payments.Outcome.Booked) byHand("bank-77", 2_345);
        var again = (Payments.Outcome.Booked) byHand("bank-77", 2_345);
        assertThat(first.fresh()).isTrue();
        assertThat(again).isEqualTo(new Payments.Outcome.Booked(first.payment(), false));
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PARTLY_PAID);
    }

    @Test
    void refusesManualPaymentsThatCannotBe() {
        assertThat(byHand("", 1)).isEqualTo(new Payments.Outcome.Refused("key", "payments.refused.key"));
        assertThat(byHand("k", 0)).isEqualTo(new Payments.Outcome.Refused("amount", "payments.refused.amount"));
        assertThat(byHand("k", Money.MAX_MINOR + 1)).isInstanceOf(Payments.Outcome.Refused.class);
        var tomorrow = clock.now().plus(Duration.ofDays(3));
        assertThat(byHand("k", 1, customer, tomorrow))
                .isEqualTo(new Payments.Outcome.Refused("receivedAt", "payments.refused.date"));
        assertThat(byHand("k", 1, world.aCustomer(tenant), clock.now()))
                .isEqualTo(new Payments.Outcome.Refused("invoices", "payments.refused.invoices"));
        assertThat(byHand("k", 1, new CustomerId(new UUID(1, 1)), clock.now()))
                .isEqualTo(new Payments.Outcome.Refused("customer", "payments.refused.customer"));
    }

    @Test
    void pagesListNewestFirstAndWalkOn() {
        for (int i = 0; i < 5; i++) {
            byHand("k" + i, 100 + i);
        }
        var first = world.in(tenant, () -> payments.list(customer, List.of(), 3, null));
        var rest = world.in(tenant, () -> payments.list(customer, List.of(), 3, first.next()));
        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void aNoticeThatNeverCameIsFoundByAsking() {
        var payer = payer(customer);
        var request = payer.asksToPay(invoice);
        world.untilQuiet();
        theProviderTakesTheMoneyAndTellsNobody();
        clock.advance(Duration.ofMinutes(11));
        world.untilQuiet();
        assertThat(Objects.requireNonNull(payer.sees(request).payment()).status())
                .isEqualTo(PaymentStatus.RECEIVED);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void aPageNobodyUsedRunsOutAndIsAskedForNoMore() {
        var payer = payer(customer);
        var request = payer.asksToPay(invoice);
        world.untilQuiet();
        for (int hour = 0; hour < 50; hour++) {
            clock.advance(Duration.ofHours(1));
            world.untilQuiet();
        }
        assertThat(Objects.requireNonNull(payer.sees(request).payment()).status())
                .isEqualTo(PaymentStatus.DECLINED);
        assertThat(count("payments.pending")).isZero();
    }

    private void theProviderTakesTheMoneyAndTellsNobody() {
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("""
                        insert into payments.sandbox_delivery (id, session_id, kind, due_at, status)
                        select gen_random_uuid(), id, 'SUCCEEDED', ?, 'GIVEN_UP' from payments.sandbox_session""")
                .param(clock.now().atOffset(java.time.ZoneOffset.UTC))
                .update());
    }

    private List<Messages.Content> thanks() {
        var all = new Messages.MessageQuery(customer, "receipt", List.of(), 10, null);
        return world.in(tenant, () -> messages.list(all).items().stream()
                .flatMap(message -> messages.find(message.id()).stream())
                .toList());
    }

    private Payer payer(CustomerId who) {
        return new Payer(world, own, new Visitor(port), tenant, who);
    }

    private Payments.Outcome byHand(String key, long cents) {
        return byHand(key, cents, customer, clock.now());
    }

    private Payments.Outcome byHand(String key, long cents, CustomerId who, Instant at) {
        var payment = new Payments.ManualPayment(key, who, Money.of(cents, "EUR"), List.of(invoice), at, "bank");
        return world.in(tenant, () -> payments.record(payment));
    }

    private InvoiceStatus status(InvoiceId id) {
        return world.in(tenant, () -> invoices.find(id)).orElseThrow().summary().status();
    }

    private List<UUID> inFlight() {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("select invoice_id from payments.pub_in_flight")
                        .query(UUID.class)
                        .list());
    }

    private long count(String table) {
        return world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("select count(*) from " + table)
                .query(Long.class)
                .single());
    }
}
