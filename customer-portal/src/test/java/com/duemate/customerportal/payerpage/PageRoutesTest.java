package com.duemate.customerportal.payerpage;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.customerportal.PortalTest;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.TenantContents;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every plain page that a link opens, asked by everybody who must not reach it: with a secret nobody has, with a real one on
 * another tenant's host, and on the hosts of the tenants' people, of staff and of programs. A page without a row fails.
 */
@PortalTest
class PageRoutesTest {

    /** What a made-up secret is answered with on the tenant's own host. */
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            entry("GET /p/{secret}", 404),
            entry("POST /p/{secret}/pay", 404),
            entry("POST /p/{secret}/promise", 404),
            entry("POST /p/{secret}/dispute", 404),
            entry("GET /p/{secret}/invoices/{id}.pdf", 404),
            entry("GET /p/{secret}/pay/{id}", 404),
            entry("GET /p/{secret}/paid/{id}", 404),
            entry("GET /p/{secret}/receipts/{payment}", 404),
            entry("GET /receipts/{token}", 404),
            entry("GET /u/{secret}", 404),
            entry("POST /u/{secret}", 404),
            entry("GET /brand/{version}.css", 200),
            entry("GET /brand/logo", 404));

    /** Held by the platform's own matrix, or screens that are tried in a browser. */
    private static final List<String> ELSEWHERE = List.of(
            "/api/", "/sign-in", "/sign-out", "/my", "/sandbox/", "/hooks/", "/error", "/icon.svg", "/favicon.ico");

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    PaymentLinks links;

    @Autowired
    Tenants tenants;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private TenantId own = new TenantId(new UUID(0, 0));
    private InvoiceId invoice = new InvoiceId(new UUID(0, 0));
    private String secret = "";

    @BeforeEach
    void aLinkToAnInvoice() {
        own = world.aTenant();
        invoice = world.anInvoice(own, world.aCustomer(own), 482_000, LocalDate.of(2026, 4, 1));
        var created = (PaymentLinks.Outcome.Created) world.in(own, () -> links.create(invoice));
        secret = created.url().substring(created.url().lastIndexOf('/') + 1);
    }

    @Test
    void everyPageHasARowAndEveryRowAPage() {
        var found = routes.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> ELSEWHERE.stream().noneMatch(pattern::startsWith))
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(new TreeSet<>(ROWS.keySet()));
    }

    @Test
    void whoMustNotReachAPageFindsNothingAndChangesNothing() throws SQLException {
        var mine = hostOf(own);
        var other = hostOf(world.aTenant());
        world.untilQuiet();
        var before = TenantContents.of(own);
        ROWS.forEach((route, status) -> {
            expect(route, "A".repeat(43), mine, status);
            for (var host :
                    List.of("app.localhost:8080", "admin.localhost:8080", "localhost:8080", "unknown.localhost")) {
                expect(route, secret, host, 404);
            }
            if (route.contains("{secret}") || route.contains("{token}")) {
                var foreign = expect(route, secret, other, 404);
                assertThat(foreign.body()).as(route).doesNotContain("4,820", "Larkin");
            }
        });
        world.untilQuiet();
        assertThat(TenantContents.of(own)).isEqualTo(before);
    }

    @Test
    void aFormOfAnotherSiteIsNotSentOnInAPayersName() throws SQLException {
        world.untilQuiet();
        var before = TenantContents.of(own);
        for (var form : List.of("/pay", "/promise", "/dispute")) {
            var response = new Browser(port, hostOf(own))
                    .with("Sec-Fetch-Site", "cross-site")
                    .post("/p/" + secret + form, Map.of());
            assertThat(response.statusCode()).as(form).isEqualTo(403);
        }
        world.untilQuiet();
        assertThat(TenantContents.of(own)).isEqualTo(before);
    }

    private HttpResponse<String> expect(String route, String key, String host, int status) {
        var path = route.substring(route.indexOf(' ') + 1)
                .replaceAll("\\{(secret|token)}", key)
                .replace("{id}", invoice.toString())
                .replace("{payment}", UUID.randomUUID().toString())
                .replace("{version}", "0");
        var browser = new Browser(port, host);
        var response = route.startsWith("POST") ? browser.post(path, Map.of()) : browser.get(path);
        assertThat(response.statusCode())
                .as("%s on %s: %s", route, host, response.body())
                .isEqualTo(status);
        return response;
    }

    private String hostOf(TenantId tenant) {
        return Objects.requireNonNull(
                URI.create(world.in(tenant, () -> tenants.current().portalUrl()))
                        .getAuthority());
    }
}
