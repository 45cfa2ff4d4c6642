package com.duemate.platform.arrangements;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.arrangements.Arrangements.Outcome;
import com.duemate.platform.arrangements.Arrangements.State;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ArrangementsTest {

    @Autowired
    World world;

    @Autowired
    Arrangements arrangements;

    @Autowired
    OwnArrangements own;

    @Autowired
    Payments payments;

    @Autowired
    Invoices invoices;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));
    private InvoiceId invoice = new InvoiceId(new UUID(0, 0));

    @BeforeEach
    void anInvoiceIsOwed() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        invoice = world.anInvoice(tenant, customer, 10_000, today().plusDays(10));
    }

    @Test
    void aPromiseIsSilenceUntilItsDayAndKeptByPayingInTime() {
        assertThat(promise(5)).isInstanceOf(Outcome.Done.class);
        assertThat(silence()).containsExactly("PROMISE " + today().plusDays(7));

        clock.advance(Duration.ofDays(6));
        pay();
        assertThat(only().state()).isEqualTo(State.KEPT);
        assertThat(silence()).isEmpty();
    }

    @Test
    void aPromiseThatPassedIsBrokenAndStaysSoWhenMoneyComesLater() {
        promise(3);
        clock.advance(Duration.ofDays(6));
        assertThat(only().state()).isEqualTo(State.BROKEN);
        assertThat(world.in(tenant, () -> arrangements.active(customer))).isEmpty();
        pay();
        assertThat(only().state()).isEqualTo(State.BROKEN);
    }

    @Test
    void aLaterPromiseTakesThePlaceOfAnEarlierOne() {
        promise(3);
        promise(9);
        assertThat(world.in(tenant, () -> arrangements.of(invoice)))
                .extracting(Arrangement::state)
                .containsExactly(State.ACTIVE, State.ENDED);
        assertThat(world.in(tenant, () -> arrangements.active(customer)))
                .extracting(Arrangement::paysOn)
                .containsExactly(today().plusDays(9));
    }

    @Test
    void refusesDaysAndReasonsThatCannotBe() {
        assertThat(promise(-1)).isEqualTo(new Outcome.Refused("arrangements.refused.past"));
        assertThat(promise(61)).isEqualTo(new Outcome.Refused("arrangements.refused.tooFar"));
        assertThat(dispute(" ")).isEqualTo(new Outcome.Refused("arrangements.refused.noReason"));
        assertThat(dispute("x".repeat(1_001))).isEqualTo(new Outcome.Refused("arrangements.refused.tooLong"));
        assertThat(world.in(tenant, () -> arrangements.hold(new InvoiceId(new UUID(1, 1)), "wait")))
                .isEqualTo(new Outcome.Unknown());
        pay();
        assertThat(promise(1)).isEqualTo(new Outcome.Refused("arrangements.refused.nothingOwed"));
    }

    @Test
    void aDisputeLastsUntilItIsEndedOrTheInvoiceIsCancelled() {
        var dispute = (Outcome.Done) dispute("two lines\r\nare wrong");
        assertThat(only().reason()).isEqualTo("two lines\nare wrong");
        clock.advance(Duration.ofDays(100));
        assertThat(silence()).containsExactly("DISPUTE null");
        world.in(tenant, () -> arrangements.end(dispute.id()));
        assertThat(silence()).isEmpty();

        world.in(tenant, () -> arrangements.hold(invoice, "waiting for a credit note"));
        world.in(tenant, () -> invoices.voidInvoice(invoice, "made twice"));
        world.untilQuiet();
        assertThat(silence()).isEmpty();
    }

    @Test
    void aCustomerSpeaksForItsOwnInvoicesOnly() {
        var foreign = world.anInvoice(tenant, world.aCustomer(tenant), 500, today());
        var id = Ids.next();
        assertThat(asCustomer(() -> own.promise(id, List.of(invoice, foreign), today().plusDays(4))))
                .isInstanceOf(Outcome.Done.class);
        asCustomer(() -> own.promise(id, List.of(invoice), today().plusDays(30)));
        world.untilQuiet();
        assertThat(asCustomer(own::active))
                .extracting(Arrangement::kind, Arrangement::invoice, Arrangement::paysOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.PROMISE, invoice, today().plusDays(4)));
        assertThat(world.in(tenant, () -> arrangements.of(foreign))).isEmpty();
        assertThat(asCustomer(() -> own.dispute(Ids.next(), List.of(invoice), "")))
                .isEqualTo(new Outcome.Refused("arrangements.refused.noReason"));
    }

    private Outcome promise(int days) {
        return world.in(tenant, () -> arrangements.promise(invoice, today().plusDays(days)));
    }

    private Outcome dispute(String reason) {
        return world.in(tenant, () -> arrangements.dispute(invoice, reason));
    }

    private Arrangement only() {
        var all = world.in(tenant, () -> arrangements.of(invoice));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void pay() {
        world.in(
                tenant,
                () -> payments.record(new Payments.ManualPayment(
                        "k", customer, Money.of(10_000, "EUR"), List.of(invoice), clock.now(), "bank")));
        world.untilQuiet();
    }

    private List<String> silence() {
        return world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "select kind || ' ' || coalesce(until::text, 'null') from arrangements.pub_silence")
                .query(String.class)
                .list());
    }

    private <T> T asCustomer(java.util.function.Supplier<T> action) {
        return Backstage.call(new Scope.Customer(tenant, customer), action);
    }

    private LocalDate today() {
        return clock.today(ZoneId.of("Europe/Lisbon"));
    }
}
