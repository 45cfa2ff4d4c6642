package com.duemate.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.payments.PaymentLinks.Outcome;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@PlatformTest
class PaymentLinksTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);

    @Autowired
    World world;

    @Autowired
    PaymentLinks links;

    @Autowired
    PaymentDoor door;

    @Autowired
    Invoices invoices;

    @Autowired
    JdbcClient jdbc;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));
    private InvoiceId invoice = new InvoiceId(new UUID(0, 0));

    @BeforeEach
    void anInvoiceIsOwed() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        invoice = world.anInvoice(tenant, customer, 5_000, DUE);
    }

    @Test
    void aLinkOpensOnItsTenantsHostForItsPurposeOnly() {
        var secret = secretOf(invoice);
        var entry = door.enter(tenant, Purpose.PAY, secret).orElseThrow();
        assertThat(entry.scope()).isEqualTo(new Scope.Customer(tenant, customer));
        assertThat(Backstage.call(entry.scope(), () -> links.open(entry.subject())))
                .contains(new PaymentLinks.Shown(List.of(invoice), false));

        assertThat(door.enter(world.aTenant(), Purpose.PAY, secret)).isEmpty();
        assertThat(door.enter(tenant, Purpose.RECEIPT, secret)).isEmpty();
        assertThat(door.enter(tenant, Purpose.SANDBOX, secret)).isEmpty();
        for (var wrong : List.of("", secret.substring(1), secret + "x", secret.replace(secret.charAt(5), '!'))) {
            assertThat(door.enter(tenant, Purpose.PAY, wrong)).isEmpty();
        }
    }

    @Test
    void anotherCustomerSeesNothingOfIt() {
        var link =
                door.enter(tenant, Purpose.PAY, secretOf(invoice)).orElseThrow().subject();
        var other = new Scope.Customer(tenant, world.aCustomer(tenant));
        assertThat(Backstage.call(other, () -> links.open(link))).isEmpty();
    }

    @Test
    void whoIsSignedInBesideALinkDoesNotMatter() {
        var entry = door.enter(tenant, Purpose.PAY, secretOf(invoice)).orElseThrow();
        var somebodyElse = new Scope.Customer(tenant, world.aCustomer(tenant));
        ScopedPrincipal principal = () -> somebodyElse;
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(principal, ""));
        try {
            assertThat(entry.inside(() -> links.open(entry.subject())))
                    .contains(new PaymentLinks.Shown(List.of(invoice), false));
            assertThat(Scopes.current()).isEqualTo(somebodyElse);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void aRevokedLinkShowsNothing() {
        var entry = door.enter(tenant, Purpose.PAY, secretOf(invoice)).orElseThrow();
        world.in(tenant, () -> {
            links.revoke(invoice);
            return true;
        });
        assertThat(Backstage.call(entry.scope(), () -> links.open(entry.subject())))
                .contains(new PaymentLinks.Shown(List.of(), true));
    }

    @Test
    void thereIsALinkOnlyWhereSomethingIsOwed() {
        var draft = ((Invoices.Outcome.Done) world.in(
                        tenant,
                        () -> invoices.create(
                                new DraftInvoice(
                                        customer,
                                        null,
                                        DUE,
                                        DUE,
                                        null,
                                        List.of(DraftInvoice.Line.of("Work", 100)),
                                        null),
                                true)))
                .id();
        assertThat(create(draft)).isEqualTo(new Outcome.Refused("payments.link.draft"));
        assertThat(create(new InvoiceId(new UUID(1, 1)))).isEqualTo(new Outcome.Unknown());
        world.in(tenant, () -> invoices.voidInvoice(invoice, "made twice"));
        assertThat(create(invoice)).isEqualTo(new Outcome.Refused("payments.link.nothingOwed"));
    }

    @Test
    void aLinkForRemindersShowsOneCustomersInvoicesOnly() {
        var second = world.anInvoice(tenant, customer, 700, DUE);
        var url = world.in(tenant, () -> links.createFor(customer, List.of(second, invoice)));
        var entry = door.enter(tenant, Purpose.PAY, url.substring(url.lastIndexOf('/') + 1))
                .orElseThrow();
        assertThat(Backstage.call(entry.scope(), () -> links.open(entry.subject()))
                        .orElseThrow()
                        .invoices())
                .containsExactly(second, invoice);

        var foreign = world.anInvoice(tenant, world.aCustomer(tenant), 100, DUE);
        for (var wrong : List.of(List.<InvoiceId>of(), List.of(foreign), List.of(invoice, invoice))) {
            assertThatThrownBy(() -> world.in(tenant, () -> links.createFor(customer, wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theSecretIsKeptNowhere() {
        var secret = secretOf(invoice);
        for (var table : List.of(
                "payments.payment_link", "payments.link_invoice", "scope.handle", "audit.entry", "messaging.outbox")) {
            assertThat(world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                                    "select count(*) from " + table + " t where t::text like '%' || ? || '%'")
                            .param(secret)
                            .query(Long.class)
                            .single()))
                    .as(table)
                    .isZero();
        }
    }

    private Outcome create(InvoiceId id) {
        return world.in(tenant, () -> links.create(id));
    }

    private String secretOf(InvoiceId id) {
        var url = ((Outcome.Created) create(id)).url();
        assertThat(url).contains(".localhost").matches("https?://[^/]+/p/[A-Za-z0-9_-]{43}");
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
