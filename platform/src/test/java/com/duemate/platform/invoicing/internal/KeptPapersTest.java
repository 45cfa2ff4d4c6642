package com.duemate.platform.invoicing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.files.Files;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceIssued;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.LockOrder;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Once printed, always the same bytes: whoever asks, however often, until what stands on the paper changes. */
@PlatformTest
class KeptPapersTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);

    @Autowired
    World world;

    @Autowired
    Invoices invoices;

    @Autowired
    OwnInvoices own;

    @Autowired
    Brands brands;

    @Autowired
    Files files;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @Autowired
    PaperPrinting printing;

    private TenantId tenant;
    private CustomerId customer;
    private double before;

    @BeforeEach
    void aQuietHouse() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        world.untilQuiet();
        before = printed();
    }

    @Test
    void anIssuedInvoiceIsPrintedOnceBeforeAnybodyAsks() {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        world.untilQuiet();
        assertThat(printed() - before).isEqualTo(1);
        assertThat(ask("select lane from messaging.outbox where name = 'invoicing.PapersWanted.v1'"))
                .containsExactly("PAPERS");

        var paper = pdf(invoice);
        for (int i = 0; i < 5; i++) {
            assertThat(pdf(invoice)).isEqualTo(paper);
            assertThat(asCustomer(invoice)).isEqualTo(paper);
        }
        world.untilQuiet();
        assertThat(printed() - before).isEqualTo(1);
    }

    @Test
    void everybodyGetsTheKeptBytes() throws Exception {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        world.untilQuiet();
        java.nio.file.Files.writeString(stored().getFirst(), "as it was kept");
        assertThat(pdf(invoice)).asString().isEqualTo("as it was kept");
        assertThat(asCustomer(invoice)).asString().isEqualTo("as it was kept");
    }

    @Test
    void aRepeatedEventPrintsNothing() {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        world.untilQuiet();
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            outbox.publish(new InvoiceIssued(invoice.value(), customer.value()));
            outbox.publish(new PapersWanted(List.of(invoice.value(), invoice.value())));
            return true;
        });
        world.untilQuiet();
        assertThat(printed() - before).isEqualTo(1);
    }

    @Test
    void manyAtOncePrintOne() throws Exception {
        var draft = aDraft();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var papers = threads.invokeAll(Collections.nCopies(8, () -> pdf(draft)));
            for (var paper : papers) {
                assertThat(paper.get()).isEqualTo(papers.getFirst().get());
            }
        }
        assertThat(printed() - before).isEqualTo(1);
        assertThat(ask("select sha256 from invoicing.paper")).hasSize(1);
    }

    @Test
    void aChangeOfInvoiceOrBrandMakesANewOne() {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        world.untilQuiet();
        var first = pdf(invoice);

        world.in(tenant, () -> invoices.update(invoice, order(54_321)));
        world.untilQuiet();
        assertThat(printed() - before).isEqualTo(2);
        var second = pdf(invoice);
        assertThat(second).isNotEqualTo(first);

        world.in(tenant, () -> brands.change(new Brands.Draft("Other Name", "#aa3300", "", "", "")));
        assertThat(pdf(invoice)).isNotEqualTo(second);
        assertThat(printed() - before).isEqualTo(3);
        assertThat(ask("select count(*) from invoicing.paper where superseded_at is not null"))
                .containsExactly("2");
    }

    @Test
    void aCustomerWhoAsksFirstHasItKeptForTheNext() {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        world.untilQuiet();
        world.in(tenant, () -> brands.change(new Brands.Draft("Other Name", "#aa3300", "", "", "")));
        var paper = asCustomer(invoice);
        world.untilQuiet();
        assertThat(printed() - before).isEqualTo(2);
        assertThat(pdf(invoice)).isEqualTo(paper);
        assertThat(printed() - before).isEqualTo(2);
    }

    @Test
    void lostBytesArePrintedAgain() throws Exception {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        world.untilQuiet();
        var paper = pdf(invoice);
        java.nio.file.Files.delete(stored().getFirst());
        assertThat(pdf(invoice)).isEqualTo(paper);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void strangersFindNothing() {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        var neighbour = world.aCustomer(tenant);
        var stranger = world.aTenant();
        world.untilQuiet();
        assertThat(world.in(stranger, () -> invoices.pdf(invoice))).isEmpty();
        assertThat(Backstage.call(new Scope.Customer(tenant, neighbour), () -> own.pdf(invoice)))
                .isEmpty();
        assertThat(ask(new Scope.Tenant(stranger), "select content from invoicing.paper"))
                .isEmpty();
        assertThat(ask(new Scope.Customer(tenant, neighbour), "select content from invoicing.paper"))
                .isEmpty();
        assertThat(ask(new Scope.Customer(tenant, customer), "select content from invoicing.paper"))
                .hasSize(1);
    }

    @Test
    void whatWasReplacedLongAgoIsSweptWithItsBytes() {
        var invoice = world.anInvoice(tenant, customer, 12_345, DUE);
        world.untilQuiet();
        var old = stored().getFirst();
        world.in(tenant, () -> invoices.update(invoice, order(54_321)));
        world.untilQuiet();
        assertThat(old).exists();
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update invoicing.paper set superseded_at = superseded_at - interval '31 days'")
                .update());
        world.in(tenant, () -> invoices.update(invoice, order(67_890)));
        world.untilQuiet();
        assertThat(old).doesNotExist();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void locksInvoicesInTheOrderInWhichEverybodyDoes() {
        var both =
                List.of(world.anInvoice(tenant, customer, 12_345, DUE), world.anInvoice(tenant, customer, 54_321, DUE));
        world.untilQuiet();
        world.in(tenant, () -> brands.change(new Brands.Draft("Other Name", "#aa3300", "", "", "")));
        LockOrder.check(
                world,
                jdbc,
                tenant,
                both,
                () -> world.inTransaction(new Scope.Tenant(tenant), () -> {
                    printing.on(new PapersWanted(
                            List.of(both.getLast().value(), both.getFirst().value())));
                    return true;
                }));
        assertThat(printed() - before).isEqualTo(4);
    }

    private InvoiceId aDraft() {
        return ((Invoices.Outcome.Done) world.in(tenant, () -> invoices.create(order(12_345), true))).id();
    }

    private DraftInvoice order(long cents) {
        return new DraftInvoice(
                customer,
                null,
                DUE.minusDays(30),
                DUE,
                null,
                List.of(DraftInvoice.Line.of("Design work", cents)),
                null);
    }

    private byte[] pdf(InvoiceId invoice) {
        return world.in(tenant, () -> invoices.pdf(invoice)).orElseThrow();
    }

    private byte[] asCustomer(InvoiceId invoice) {
        return Backstage.call(new Scope.Customer(tenant, customer), () -> own.pdf(invoice))
                .orElseThrow();
    }

    private List<java.nio.file.Path> stored() {
        return ask("select sha256 from files.stored_file where room = 'invoicing'").stream()
                .flatMap(sha256 -> world.in(tenant, () -> files.open("invoicing", sha256)).stream())
                .toList();
    }

    private List<String> ask(String sql) {
        return ask(new Scope.Tenant(tenant), sql);
    }

    private List<String> ask(Scope scope, String sql) {
        return world.inTransaction(
                scope, () -> jdbc.sql(sql).query(String.class).list());
    }

    private double printed() {
        return meters.get("duemate.invoicing.papers.printed").functionCounter().count();
    }
}
