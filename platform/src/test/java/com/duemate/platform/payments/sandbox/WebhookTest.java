package com.duemate.platform.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.spi.ProviderAccount;
import com.duemate.platform.payments.spi.ProviderAccounts;
import com.duemate.platform.payments.spi.ProviderFact.Kind;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.MoneyInvariants;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.Visitor;
import com.duemate.platform.testkit.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class WebhookTest {

    private static final long CENTS = 9_900;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    SandboxWebhooks sandbox;

    @Autowired
    OwnPayments own;

    @Autowired
    Invoices invoices;

    @Autowired
    SettableClock clock;

    @Autowired
    MoneyInvariants money;

    @Autowired
    JdbcClient jdbc;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));
    private InvoiceId invoice = new InvoiceId(new UUID(0, 0));
    private UUID request = new UUID(0, 0);
    private String checkout = "";
    private ProviderAccount account = new ProviderAccount(new UUID(0, 0), "", "", "");

    @BeforeEach
    void aCheckoutIsOpen() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        invoice = world.anInvoice(tenant, customer, CENTS, LocalDate.of(2026, 4, 1));
        request = Ids.next();
        Backstage.run(new Scope.Customer(tenant, customer), () -> own.request(request, List.of(invoice), Origin.LINK));
        world.untilQuiet();
        account = world.in(tenant, () -> accounts.of("sandbox"));
        checkout = ask("select reference from payments.payment");
    }

    @AfterEach
    void theBooksHold() {
        money.check(tenant);
    }

    @Test
    void theSameNoticeManyTimesBooksOnce() {
        var body = notice("evt_1", Kind.SUCCEEDED, 0);
        for (int i = 0; i < 5; i++) {
            assertThat(post(body, signed(body))).isEqualTo(204);
        }
        world.untilQuiet();
        assertThat(post(body, signed(body))).isEqualTo(204);
        world.untilQuiet();
        assertThat(status()).isEqualTo(PaymentStatus.RECEIVED);
        assertThat(ask("select count(*) from payments.webhook_event")).isEqualTo("1");
        assertThat(ask("select count(*) from ledger.transaction where source = 'payments.receipt'"))
                .isEqualTo("1");
    }

    @Test
    void noticesInAnyOrderEndTheSame() {
        var bodies = new ArrayList<>(List.of(
                notice("evt_p", Kind.PROCESSING, 0),
                notice("evt_d", Kind.DECLINED, 1),
                notice("evt_s", Kind.SUCCEEDED, 2),
                notice("evt_d2", Kind.DECLINED, 3)));
        Collections.shuffle(bodies, new Random(7));
        bodies.forEach(body -> {
            assertThat(post(body, signed(body))).isEqualTo(204);
            world.untilQuiet();
        });
        assertThat(status()).isEqualTo(PaymentStatus.RECEIVED);
        assertThat(world.in(tenant, () -> invoices.find(invoice))
                        .orElseThrow()
                        .summary()
                        .status())
                .isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void whatIsNotGenuineIsRefusedAndChangesNothing() {
        var body = notice("evt_1", Kind.SUCCEEDED, 0);
        var before = fingerprint();
        var refused = malformed(body);
        assertThat(refused).hasSizeGreaterThanOrEqualTo(40);
        for (var header : refused) {
            assertThat(post(body, header)).as(header).isEqualTo(400);
        }
        assertThat(new Visitor(port).post("localhost", path(), body, Map.of()).statusCode())
                .as("no signature")
                .isEqualTo(400);
        assertThat(post("{}".getBytes(StandardCharsets.UTF_8), signed(body)))
                .as("signature of other bytes")
                .isEqualTo(400);
        world.untilQuiet();
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void anotherTenantsSignatureOpensNothingHere() {
        var stranger = world.in(world.aTenant(), () -> accounts.of("sandbox"));
        var body = notice("evt_1", Kind.SUCCEEDED, 0);
        assertThat(post(body, SandboxSignature.sign(stranger.secret(), body, Instant.now())))
                .isEqualTo(400);
        var there = SandboxSignature.sign(stranger.secret(), body, Instant.now());
        assertThat(send(stranger.endpoint(), body, there)).isEqualTo(204);
        world.untilQuiet();
        assertThat(status()).isEqualTo(PaymentStatus.STARTED);
    }

    @Test
    void unknownEndpointsDoNotExist() {
        var body = notice("evt_1", Kind.SUCCEEDED, 0);
        assertThat(send("x".repeat(43), body, signed(body))).isEqualTo(404);
        assertThat(send("short", body, signed(body))).isEqualTo(404);
    }

    @Test
    void aGenuineNoticeNobodyUnderstandsIsKeptAndParked() {
        for (var text : List.of(
                "{\"id\":\"evt_9\",\"type\":\"checkout.teleported\",\"created\":\"2026-03-02T09:00:00Z\","
                        + "\"checkout\":{\"id\":\"c\",\"amount\":1,\"currency\":\"EUR\",\"method\":\"card\"}}",
                "not json",
                "",
                new String(notice("evt_1", Kind.SUCCEEDED, 0), StandardCharsets.UTF_8).replace("9900", "-9900"))) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            assertThat(post(body, signed(body))).as(text).isEqualTo(204);
        }
        world.untilQuiet();
        assertThat(ask("select count(*) from payments.webhook_event where state = 'PARKED'"))
                .isEqualTo("4");
        assertThat(status()).isEqualTo(PaymentStatus.STARTED);
    }

    @Test
    void tooManyBytesAreRefused() {
        var body = new byte[300 * 1024];
        assertThat(post(body, signed(body))).isEqualTo(413);
    }

    @Test
    void anotherAmountThanAskedIsBookedAsItCame() {
        var body = sandbox.write(new SandboxNotice(
                "evt_1",
                SandboxNotice.type(Kind.SUCCEEDED),
                clock.now(),
                new SandboxNotice.Checkout(checkout, CENTS + 100, "EUR", "card")));
        post(body, signed(body));
        world.untilQuiet();
        assertThat(status()).isEqualTo(PaymentStatus.RECEIVED);
        assertThat(ask("select -sum(amount) from ledger.entry where account = 'UNAPPLIED'"))
                .isEqualTo("100");
    }

    private List<String> malformed(byte[] body) {
        var now = Instant.now();
        var good = signed(body);
        var time = "t=" + now.getEpochSecond();
        var mac = good.substring(good.indexOf("v1=") + 3);
        var all = new ArrayList<>(List.of(
                "",
                " ",
                ",",
                "=",
                "t",
                "v1",
                "t=",
                "v1=",
                "t=,v1=",
                time,
                time + ",",
                time + ",v1",
                time + ",v1=",
                "v1=" + mac,
                ",v1=" + mac,
                "t=,v1=" + mac,
                "t=x,v1=" + mac,
                "t=-1,v1=" + mac,
                "t=+1,v1=" + mac,
                "t=1e9,v1=" + mac,
                "t=0x10,v1=" + mac,
                "t=9223372036854775808,v1=" + mac,
                "t=00000000000000000000,v1=" + mac,
                "t= " + now.getEpochSecond() + ",v1=" + mac,
                good + ",",
                good + ",v0=1",
                good + "," + good,
                time + ";v1=" + mac,
                time + " ,v1=" + mac,
                time + ",v2=" + mac,
                time + ",V1=" + mac,
                time + ",v1=" + mac + "0",
                time + ",v1=" + mac.substring(1),
                time + ",v1=" + mac.replaceFirst(".", "g"),
                time + ",v1=" + "0".repeat(64),
                time + ",v1=" + mac.toUpperCase(java.util.Locale.ROOT) + "x",
                "{\"t\":1}",
                "Bearer " + mac,
                "%00",
                "t=1,v1=" + mac,
                "a".repeat(5_000)));
        all.add(SandboxSignature.sign(account.secret(), body, now.plus(Duration.ofMinutes(10))));
        all.add(SandboxSignature.sign(account.secret(), body, now.minus(Duration.ofMinutes(10))));
        all.add(SandboxSignature.sign(account.secret(), body, now.plus(Duration.ofDays(3_650))));
        all.add(SandboxSignature.sign(account.endpoint(), body, now));
        all.add(time + ",v1=" + "f".repeat(64));
        return all;
    }

    private byte[] notice(String id, Kind kind, int second) {
        return sandbox.write(new SandboxNotice(
                id,
                SandboxNotice.type(kind),
                clock.now().plusSeconds(second),
                new SandboxNotice.Checkout(checkout, CENTS, "EUR", "card")));
    }

    private String signed(byte[] body) {
        return SandboxSignature.sign(account.secret(), body, Instant.now());
    }

    private int post(byte[] body, String signature) {
        return send(account.endpoint(), body, signature);
    }

    private int send(String endpoint, byte[] body, String signature) {
        return new Visitor(port)
                .post("localhost", "/hooks/payments/" + endpoint, body, Map.of(SandboxSignature.HEADER, signature))
                .statusCode();
    }

    private String path() {
        return "/hooks/payments/" + account.endpoint();
    }

    private PaymentStatus status() {
        return PaymentStatus.valueOf(ask("select status from payments.payment"));
    }

    private String fingerprint() {
        return ask("""
                select (select count(*) from payments.webhook_event) || ' ' || (select count(*) from payments.fact) || ' '
                       || (select count(*) from messaging.outbox) || ' ' || (select count(*) from ledger.transaction) || ' '
                       || (select string_agg(status, ',') from payments.payment)""");
    }

    private String ask(String sql) {
        return world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql(sql).query(String.class).single());
    }
}
