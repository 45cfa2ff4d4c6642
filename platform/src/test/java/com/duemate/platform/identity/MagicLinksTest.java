package com.duemate.platform.identity;

import static com.duemate.platform.testkit.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.MessageQuery;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.ShiftedClock;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class MagicLinksTest {

    private static final Pattern LINK = Pattern.compile("/my/enter/([A-Za-z0-9_-]{43})");

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    MagicLinks links;

    @Autowired
    Messages messages;

    @Autowired
    Customers customers;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ShiftedClock clock;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));
    private String email = "";

    @BeforeEach
    void aCustomerWithAnAddress() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        email = Objects.requireNonNull(
                world.in(tenant, () -> customers.find(customer)).orElseThrow().email());
    }

    @Test
    void aCustomerComesInByALinkSentToItsAddressOnce() {
        var browser = new Browser(port, hostOf(tenant));
        assertThat(browser.get("/my/sign-in").body())
                .contains("See your invoices")
                .doesNotContain("DueMate");
        var sent = browser.submit("/my/sign-in", Map.of("email", email));
        assertThat(sent.body()).contains("Look into your mailbox");
        assertThat(browser.cookies()).isEmpty();

        var path = "/my/enter/" + theLink();
        for (int i = 0; i < 3; i++) {
            assertThat(browser.get(path).body()).contains("Press the button");
        }
        assertThat(browser.cookies()).isEmpty();
        assertThat(location(browser.submit(path, Map.of()))).isEqualTo("/my");
        assertThat(browser.cookies()).containsKey("session");
        var again = new Browser(port, hostOf(tenant));
        assertThat(again.get(path).statusCode()).isEqualTo(200);
        assertThat(again.submit(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(again.cookies()).isEmpty();
    }

    @Test
    void anUnknownAddressIsAnsweredAlikeAndGetsNothing() {
        var browser = new Browser(port, hostOf(tenant));
        browser.get("/my/sign-in");
        var known = browser.submit("/my/sign-in", Map.of("email", email)).body();
        browser.get("/my/sign-in");
        var unknown = browser.submit("/my/sign-in", Map.of("email", "nobody@example.net"));
        assertThat(unknown.body().replace("nobody@example.net", email)).isEqualTo(known);
        world.untilQuiet();
        assertThat(world.in(tenant, () -> messages.list(all())).items()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void aLinkIsGoodOnItsTenantsHostOnlyAndEndsAfterAQuarterOfAnHour() {
        links.request(tenant, new EmailAddress(email), "192.0.2.1");
        var link = theLink();
        var other = world.aTenant();
        assertThat(links.usable(other, link)).isFalse();
        assertThat(links.consume(other, link)).isEmpty();
        assertThat(links.consume(tenant, link.substring(1) + "A")).isEmpty();
        assertThat(links.usable(tenant, link)).isTrue();
        clock.advance(MagicLinks.LIFE.plusSeconds(1));
        assertThat(links.usable(tenant, link)).isFalse();
        assertThat(links.consume(tenant, link)).isEmpty();
    }

    @Test
    void ofTenAtOnceOneComesIn() throws Exception {
        links.request(tenant, new EmailAddress(email), "192.0.2.1");
        var link = theLink();
        try (var threads = Executors.newFixedThreadPool(10)) {
            var entered = threads.invokeAll(Collections.nCopies(
                    10, (Callable<Boolean>) () -> links.consume(tenant, link).isPresent()));
            long in = 0;
            for (var each : entered) {
                in += each.get() ? 1 : 0;
            }
            assertThat(in).isOne();
        }
        assertThat(links.consume(tenant, link)).isEmpty();
    }

    @Test
    void askingIsLimitedByAddressAndByClient() {
        var address = new EmailAddress("often@example.net");
        for (int i = 0; i < 3; i++) {
            assertThat(links.request(tenant, address, "192.0.2." + i)).isTrue();
        }
        assertThat(links.request(tenant, address, "192.0.2.77")).isFalse();
        for (int i = 0; i < 10; i++) {
            links.request(tenant, new EmailAddress("x%d@example.net".formatted(i)), "198.51.100.9");
        }
        assertThat(links.request(tenant, new EmailAddress("y@example.net"), "198.51.100.9"))
                .isFalse();
    }

    @Test
    void aStrangersLoginCanOnlyPutAWishDown() {
        var stranger = new Scope.Customer(tenant, new CustomerId(new UUID(0, 0)));
        for (var sql : List.of(
                "select email from identity.magic_link_request",
                "delete from identity.magic_link_request",
                "insert into identity.magic_link (id, customer_id, made_at, expires_at) values (gen_random_uuid(), gen_random_uuid(), now(), now())",
                "insert into identity.magic_link_request (id, customer_id, email, requested_at) values (gen_random_uuid(), gen_random_uuid(), 'a@b.c', now())",
                "select name from identity.membership",
                "select password from identity.account",
                "select password from identity.staff_account")) {
            assertThatThrownBy(() ->
                            world.inTransaction(stranger, () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void hostileFormsAreRefused() {
        var browser = new Browser(port, hostOf(tenant));
        assertThat(browser.post("/my/sign-in", Map.of("email", email)).statusCode())
                .isEqualTo(422);
        browser.get("/my/sign-in");
        assertThat(browser.submit("/my/sign-in", Map.of("email", "a\r\nBcc: b@example.net"))
                        .statusCode())
                .isEqualTo(422);
        browser.get("/my/sign-in");
        browser.with("Sec-Fetch-Site", "cross-site");
        assertThat(browser.submit("/my/sign-in", Map.of("email", email)).statusCode())
                .isEqualTo(403);
        world.untilQuiet();
        assertThat(world.in(tenant, () -> messages.list(all())).items()).isEmpty();
    }

    private String theLink() {
        world.untilQuiet();
        var message = world.in(tenant, () -> messages.list(all())).items().getFirst();
        var content = world.in(tenant, () -> messages.find(message.id())).orElseThrow();
        var link = LINK.matcher(content.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private int waiting() {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("select count(*) from identity.magic_link_request")
                        .query(Integer.class)
                        .single());
    }

    private static MessageQuery all() {
        return new MessageQuery(null, "magic_link", List.of(), 50, null);
    }

    private String hostOf(TenantId id) {
        return Objects.requireNonNull(
                URI.create(world.in(id, () -> tenants.current().portalUrl())).getAuthority());
    }
}
