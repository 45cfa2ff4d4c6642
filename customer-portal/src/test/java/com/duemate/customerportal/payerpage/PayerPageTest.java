package com.duemate.customerportal.payerpage;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.customerportal.PortalTest;
import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.platform.testkit.MoneyInvariants;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.Visitor;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PayerPageTest {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    PaymentLinks links;

    @Autowired
    Payments payments;

    @Autowired
    Invoices invoices;

    @Autowired
    Customers customers;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Tenants tenants;

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
    void anInvoiceIsLate() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        invoice = world.anInvoice(tenant, customer, 482_000, today().minusDays(9));
    }

    @Test
    void saysWhatIsOwedInTheTenantsNameAndLeavesNoTrace() {
        var page = holder(invoice).looks();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Northwind Studio", "Invoice 1001", "€4,820.00", "was due on ", "Design work", "Pay €4,820.00")
                .doesNotContainIgnoringCase("<script", "javascript:", " style=")
                .hasSizeLessThan(8_000);
        assertThat(page.headers().map().keySet()).doesNotContain("set-cookie", "Set-Cookie");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body() + page.headers().map()).doesNotContainIgnoringCase("duemate");
    }

    @Test
    void lookingChangesNothing() {
        var holder = holder(invoice);
        world.untilQuiet();
        var before = everything();
        for (int i = 0; i < 20; i++) {
            assertThat(holder.looks().statusCode()).isEqualTo(200);
        }
        holder.goesTo(holder.path() + "/invoices/" + invoice + ".pdf");
        holder.goesTo(holder.path() + "/pay/" + UUID.randomUUID());
        holder.goesTo(holder.path() + "?said=promise");
        world.untilQuiet();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anotherHostAnotherSecretAndARevokedLinkAreTheSameCalmNothing() {
        var holder = holder(invoice);
        var secret = holder.path();
        var elsewhere = host(world.aTenant());
        var visitor = new Visitor(port);
        var foreign = visitor.get(elsewhere, secret);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).doesNotContain("4,820").doesNotContainIgnoringCase("duemate");

        var unknown = visitor.get(holder.host(), "/p/" + "x".repeat(43));
        world.in(tenant, () -> {
            links.revoke(invoice);
            return true;
        });
        var revoked = holder.looks();
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(revoked.body())
                .isEqualTo(unknown.body())
                .contains("Northwind Studio", "This link does not work any more")
                .doesNotContain("4,820");
        for (var path : List.of("/pay", "/promise", "/dispute")) {
            assertThat(visitor.post(holder.host(), secret + path, Map.of()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(holder.goesTo(secret + "/invoices/" + invoice + ".pdf").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRevokedLinkLeadsToNoPaymentAndNoReceipt() {
        var holder = holder(invoice);
        var toWait = LinkHolder.location(holder.sends(holder.looks().body(), "pay", Map.of()));
        var back = holder.decides(LinkHolder.location(holder.waits(toWait)), "APPROVED");
        var receipt = hrefIn(holder.waits(back).body(), "/receipts/");
        assertThat(holder.goesTo(receipt).statusCode()).isEqualTo(303);
        world.in(tenant, () -> {
            links.revoke(invoice);
            return true;
        });
        for (var path : List.of(toWait, back, receipt)) {
            assertThat(holder.goesTo(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(holder.goesTo(holder.path() + "/pay/1").body()).doesNotContain("convert", "UUID");
    }

    @Test
    void aPageTakesNoMoreFormsThanAPersonSends() {
        var holder = holder(invoice);
        for (int i = 0; i < PayerLimits.FORMS_IN_TEN_MINUTES; i++) {
            assertThat(holder.sends(holder.looks().body(), "promise", Map.of("day", ""))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(LinkHolder.location(holder.sends(holder.looks().body(), "promise", Map.of("day", ""))))
                .endsWith("?said=slowly");
        assertThat(holder.goesTo(holder.path() + "?said=slowly").body()).contains("wait some minutes");
    }

    @Test
    void onePressOfPayLeadsToAPaidReceipt() {
        var holder = holder(invoice);
        var toWait = LinkHolder.location(holder.sends(holder.looks().body(), "pay", Map.of()));
        var checkout = LinkHolder.location(holder.waits(toWait));
        var back = holder.decides(checkout, "APPROVED");
        var thanks = holder.waits(back);

        assertThat(thanks.body()).contains("Thank you. €4,820.00 has arrived.", "R-000001");
        assertThat(status()).isEqualTo(InvoiceStatus.PAID);
        var receipt = LinkHolder.location(holder.goesTo(hrefIn(thanks.body(), "/receipts/")));
        var shown = holder.goesTo(receipt);
        assertThat(shown.body()).contains("Receipt R-000001", "€4,820.00", "Invoice 1001", "Card");
        assertThat(shown.body() + shown.headers().map()).doesNotContainIgnoringCase("duemate");
        assertThat(holder.looks().body()).contains("Paid on ", "Receipt").doesNotContain("Pay €");
        money.check(tenant);
    }

    @Test
    void aSlowPaymentIsShownAsOnItsWayAndCannotBeDoubled() {
        var holder = holder(invoice);
        var before = holder.looks().body();
        var checkout = LinkHolder.location(holder.waits(LinkHolder.location(holder.sends(before, "pay", Map.of()))));
        var back = holder.decides(checkout, "SLOW");
        world.untilQuiet();
        assertThat(holder.goesTo(back).body()).contains("We are waiting for the bank");
        assertThat(holder.looks().body()).contains("Your payment is on its way").doesNotContain("Pay €");

        clock.advance(java.time.Duration.ofSeconds(11));
        world.untilQuiet();
        assertThat(holder.goesTo(back).body()).contains("Thank you.");
        money.check(tenant);
    }

    @Test
    void aDeclinedPaymentSaysThatNothingWasTaken() {
        var holder = holder(invoice);
        var toWait = LinkHolder.location(holder.sends(holder.looks().body(), "pay", Map.of()));
        var back = holder.decides(LinkHolder.location(holder.waits(toWait)), "DECLINED");
        assertThat(holder.waits(back).body()).contains("The payment did not go through", "Nothing was taken");
        assertThat(holder.looks().body()).contains("Pay €4,820.00");
    }

    @Test
    void theSameFormSentTwiceIsOneRequestAndAForgedOneIsNone() {
        var holder = holder(invoice);
        var page = holder.looks().body();
        var first = LinkHolder.location(holder.sends(page, "pay", Map.of()));
        assertThat(LinkHolder.location(holder.sends(page, "pay", Map.of()))).isEqualTo(first);
        for (var forged : List.of(
                Map.of("token", ""),
                Map.of("token", "x"),
                Map.of("id", UUID.randomUUID().toString()),
                Map.of("id", "1"))) {
            assertThat(LinkHolder.location(holder.sends(page, "pay", forged))).endsWith("?said=again");
        }
        var fields = holder.fields(page, "promise", Map.of());
        assertThat(LinkHolder.location(
                        holder.sends(page, "pay", Map.of("id", fields.get("id"), "token", fields.get("token")))))
                .as("another form's token")
                .endsWith("?said=again");
        assertThat(count("payments.checkout_request")).isEqualTo(1);
    }

    @Test
    void notYetAndNotRightAreHeardAndBadInputIsExplained() {
        var holder = holder(invoice);
        var page = holder.looks().body();
        var past = holder.sends(page, "promise", Map.of("day", "2020-01-01"));
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("This day has passed");
        assertThat(holder.sends(page, "promise", Map.of("day", "soon")).body()).contains("Choose a day.");

        var day = today().plusDays(5);
        assertThat(LinkHolder.location(holder.sends(page, "promise", Map.of("day", day.toString()))))
                .endsWith("?said=promise");
        world.untilQuiet();
        assertThat(holder.looks().body()).contains("You said you will pay on");

        var hostile = "<script>alert(1)</script> & \"quotes\"";
        assertThat(holder.sends(page, "dispute", Map.of("reason", " ")).body()).contains("Say in a few words");
        holder.sends(page, "dispute", Map.of("reason", hostile));
        world.untilQuiet();
        assertThat(world.in(tenant, () -> arrangements.of(invoice)))
                .extracting(Arrangements.Arrangement::kind)
                .containsExactlyInAnyOrder(Kind.PROMISE, Kind.DISPUTE);
        assertThat(holder.looks().body()).contains("You told us that something is wrong");
        var tooLong = holder.sends(page, "dispute", Map.of("reason", hostile + "x".repeat(1_000)));
        assertThat(tooLong.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void severalInvoicesAreTotalledByCurrencyAndPaidOneCurrencyAtATime() {
        var more = world.anInvoice(tenant, customer, 100_000, today());
        var dollars = invoiceIn("USD", 5_000, "<b>Consulting</b>");
        var holder = holderOf(List.of(invoice, more, dollars));
        var page = holder.looks().body();
        assertThat(page)
                .contains("3 invoices", "€5,820.00", "US$50.00", "due today", "&lt;b&gt;Consulting&lt;/b&gt;")
                .doesNotContain("<b>");
        var checkout = LinkHolder.location(
                holder.waits(LinkHolder.location(holder.sends(page, "pay", Map.of("currency", "USD")))));
        holder.waits(holder.decides(checkout, "APPROVED"));
        assertThat(holder.looks().body()).contains("€5,820.00").doesNotContain("Pay US$50.00");
        money.check(tenant);
    }

    @Test
    void aPaperIsShownOnlyIfTheLinkWasMadeForIt() {
        var other = world.anInvoice(tenant, customer, 100, today());
        var holder = holder(invoice);
        var pdf = new Visitor(port).download(holder.host(), holder.path() + "/invoices/" + invoice + ".pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).contains("1001.pdf");
        assertThat(holder.goesTo(holder.path() + "/invoices/" + other + ".pdf").statusCode())
                .isEqualTo(404);
    }

    @Test
    void speaksTheCustomersLanguage() {
        var german = ((Customers.Outcome.Done) world.in(
                        tenant,
                        () -> customers.create(new DraftCustomer(null, "Lärche GmbH", null, null, "de-DE", null))))
                .id();
        var rechnung = world.anInvoice(tenant, german, 482_000, today().minusDays(1));
        assertThat(holder(rechnung).looks().body())
                .contains("<html lang=\"de\">", "Rechnung 1002", "4.820,00", "war fällig am", "bezahlen");
    }

    @Test
    void theBrandIsServedOnItsOwnHostAndMayBeKept() {
        var css = new Visitor(port).get(host(tenant), "/brand/0.css");
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.body()).contains("--dm-accent");
        assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(new Visitor(port)
                        .get(host(tenant), "/brand/style.css")
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).doesNotContain("immutable"));
        assertThat(new Visitor(port).get(host(tenant), "/brand/logo").statusCode())
                .isEqualTo(404);
    }

    private LinkHolder holder(InvoiceId id) {
        var outcome = world.in(tenant, () -> links.create(id));
        return new LinkHolder(new Visitor(port), world, ((PaymentLinks.Outcome.Created) outcome).url());
    }

    private LinkHolder holderOf(List<InvoiceId> ids) {
        return new LinkHolder(new Visitor(port), world, world.in(tenant, () -> links.createFor(customer, ids)));
    }

    private InvoiceId invoiceIn(String currency, long minor, String line) {
        var draft = new DraftInvoice(
                customer, null, today(), today(), currency, List.of(DraftInvoice.Line.of(line, minor)), null);
        return ((Invoices.Outcome.Done) world.in(tenant, () -> invoices.create(draft, false))).id();
    }

    private String host(TenantId of) {
        return URI.create(world.in(of, () -> tenants.current().portalUrl())).getHost();
    }

    private InvoiceStatus status() {
        return world.in(tenant, () -> invoices.find(invoice))
                .orElseThrow()
                .summary()
                .status();
    }

    private static String hrefIn(String page, String part) {
        var href = Pattern.compile("href=\"([^\"]*" + part + "[^\"]*)\"").matcher(page);
        assertThat(href.find()).isTrue();
        return href.group(1);
    }

    private LocalDate today() {
        return clock.today(ZoneId.of("Europe/Lisbon"));
    }

    private long count(String table) {
        return world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("select count(*) from " + table)
                .query(Long.class)
                .single());
    }

    /** All that the tenant's login may read, to the letter. */
    /** But for what the engine's watches last looked at. */
    private String everything() {
        return world.inTransaction(new Scope.Tenant(tenant), () -> {
            var tables = jdbc.sql("""
                            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where c.relkind = 'r' and has_table_privilege(c.oid, 'select')
                              and n.nspname not in ('pg_catalog', 'information_schema')
                              and c.relname not in ('pulse', 'digest') order by 1""").query(String.class).list();
            assertThat(tables).hasSizeGreaterThan(20);
            var all = new StringBuilder();
            for (var table : tables) {
                all.append(table)
                        .append(' ')
                        .append(jdbc.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                                                + table + " t")
                                .query(String.class)
                                .single())
                        .append('\n');
            }
            return all.toString().toLowerCase(Locale.ROOT);
        });
    }
}
