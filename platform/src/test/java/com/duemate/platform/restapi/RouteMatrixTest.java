package com.duemate.platform.restapi;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.restapi.RouteRow.Kind;
import com.duemate.platform.tenancy.Surface;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TenantContents;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the running application, asked by everybody who must not reach it: nobody, another tenant's program, a program
 * that may only read; and on every host it is not for. A route without a row fails.
 */
@PlatformTest
class RouteMatrixTest {

    private static final Map<String, RouteRow> ROWS = Map.ofEntries(
            entry("GET /api/v1/openapi.json", RouteRow.open()),
            entry("GET /api/v1/openapi.json.yaml", RouteRow.closed()),
            entry("GET /api/v1/customers", RouteRow.list()),
            entry("POST /api/v1/customers", RouteRow.create("{\"name\":\"Somebody %s\"}")),
            entry("GET /api/v1/customers/{id}", RouteRow.one(Kind.CUSTOMER)),
            entry("PUT /api/v1/customers/{id}", RouteRow.change(Kind.CUSTOMER, "{\"name\":\"Another\"}")),
            entry("GET /api/v1/invoices", RouteRow.list()),
            entry("POST /api/v1/invoices", RouteRow.create("""
                    {"customerId":"{customer}","issuedOn":"2026-02-01","dueOn":"2026-02-21","total":{"amount":5,"currency":"EUR"}}""")),
            entry("GET /api/v1/invoices/{id}", RouteRow.one(Kind.INVOICE)),
            entry("PUT /api/v1/invoices/{id}", RouteRow.change(Kind.INVOICE, """
                    {"issuedOn":"2026-02-01","dueOn":"2026-02-21","total":{"amount":5,"currency":"EUR"}}""")),
            entry("POST /api/v1/invoices/{id}/issue", RouteRow.change(Kind.DRAFT, "")),
            entry("POST /api/v1/invoices/{id}/void", RouteRow.change(Kind.INVOICE, "")),
            entry("GET /api/v1/invoices/{id}/pdf", RouteRow.one(Kind.INVOICE)),
            entry("POST /api/v1/invoices/{id}/payment-links", RouteRow.change(Kind.INVOICE, "")),
            entry("GET /api/v1/invoices/{id}/reminders", RouteRow.one(Kind.INVOICE)),
            entry("GET /api/v1/customers/{id}/reminders", RouteRow.one(Kind.CUSTOMER)),
            entry("GET /api/v1/policies", RouteRow.list()),
            entry("POST /api/v1/policies", RouteRow.create(RouteWorld.POLICY)),
            entry("GET /api/v1/policies/{id}", RouteRow.one(Kind.POLICY)),
            entry(
                    "PUT /api/v1/policies/{id}",
                    RouteRow.change(Kind.POLICY, RouteWorld.POLICY.replaceFirst("\\{", "{\"version\":1,"))),
            entry("GET /api/v1/policies/{id}/versions", RouteRow.one(Kind.POLICY)),
            entry("POST /api/v1/policies/{id}/default", RouteRow.change(Kind.POLICY, "")),
            entry("POST /api/v1/backtests", RouteRow.ask("{\"months\":1,\"policy\":" + RouteWorld.POLICY + "}")),
            entry("GET /api/v1/assignment-rules", RouteRow.list()),
            entry("PUT /api/v1/assignment-rules", RouteRow.ask("{\"version\":0,\"rules\":[]}")),
            entry("POST /api/v1/assignment-rules/preview", RouteRow.ask("{\"rules\":[]}")),
            entry("POST /api/v1/assignment-rules/move", RouteRow.ask("{\"version\":0}")),
            entry("GET /api/v1/sending-times", RouteRow.list()),
            entry("PUT /api/v1/sending-times", RouteRow.ask("""
                    {"opens":"08:00","closes":"20:00","preferred":"10:00","perDay":1,"perWeek":7}""")),
            entry("GET /api/v1/calendar", RouteRow.list()),
            entry("GET /api/v1/tasks", RouteRow.list()),
            entry("GET /api/v1/tasks/{id}", RouteRow.one(Kind.TASK)),
            entry("GET /api/v1/tasks/{id}/letter", RouteRow.one(Kind.TASK).forManagers()),
            entry("GET /api/v1/tasks/letters", RouteRow.one(Kind.TASK).forManagers()),
            entry("POST /api/v1/tasks/{id}/done", RouteRow.change(Kind.TASK, "")),
            entry("POST /api/v1/tasks/{id}/reopen", RouteRow.change(Kind.DONE_TASK, "")),
            entry("GET /api/v1/messages", RouteRow.list()),
            entry("GET /api/v1/messages/{id}", RouteRow.one(Kind.MESSAGE)),
            entry("GET /api/v1/payments", RouteRow.list()),
            entry("POST /api/v1/payments", RouteRow.create("""
                    {"customerId":"{customer}","amount":{"amount":5,"currency":"EUR"}}""")),
            entry("GET /api/v1/dashboard", RouteRow.list()),
            entry("GET /api/v1/imports", RouteRow.list().forManagers()),
            entry("POST /api/v1/imports", RouteRow.upload()),
            entry("GET /api/v1/imports/{id}", RouteRow.one(Kind.IMPORT).forManagers()),
            entry("POST /api/v1/imports/{id}/commit", RouteRow.change(Kind.IMPORT, "")),
            entry("POST /api/v1/imports/{id}/undo", RouteRow.change(Kind.COMMITTED_IMPORT, "")),
            entry("GET /icon.svg", RouteRow.page(200, Surface.TENANT_PORTAL, Surface.STAFF, Surface.CUSTOMER_PORTAL)),
            entry(
                    "GET /favicon.ico",
                    RouteRow.page(200, Surface.TENANT_PORTAL, Surface.STAFF, Surface.CUSTOMER_PORTAL)),
            entry("GET /sign-in", RouteRow.page(200, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("POST /sign-in", RouteRow.page(302, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("GET /sign-in/code", RouteRow.page(303, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("POST /sign-in/code", RouteRow.page(302, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("GET /sign-in/enrol", RouteRow.page(303, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("POST /sign-in/enrol", RouteRow.page(302, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("GET /sign-in/enrol/picture.svg", RouteRow.page(404, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("GET /sign-in/welcome/{link}", RouteRow.page(404, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("POST /sign-in/welcome/{link}", RouteRow.page(302, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("GET /sign-out", RouteRow.page(200, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("POST /sign-out", RouteRow.page(403, Surface.TENANT_PORTAL, Surface.STAFF)),
            entry("GET /my/sign-in", RouteRow.page(200, Surface.CUSTOMER_PORTAL)),
            entry("POST /my/sign-in", RouteRow.page(422, Surface.CUSTOMER_PORTAL)),
            entry("GET /my/enter/{link}", RouteRow.page(404, Surface.CUSTOMER_PORTAL)),
            entry("POST /my/enter/{link}", RouteRow.page(404, Surface.CUSTOMER_PORTAL)),
            entry("GET /my/sign-out", RouteRow.page(200, Surface.CUSTOMER_PORTAL)),
            entry("POST /my/sign-out", RouteRow.page(403, Surface.CUSTOMER_PORTAL)),
            entry("GET /sandbox/checkout/{secret}", RouteRow.page(404, Surface.CUSTOMER_PORTAL)),
            entry("POST /sandbox/checkout/{secret}", RouteRow.page(404, Surface.CUSTOMER_PORTAL)),
            entry("POST /hooks/payments/{endpoint}", RouteRow.page(404, Surface.API)),
            entry("* /error", RouteRow.page(404)));

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    RouteWorld things;

    @Autowired
    Tenants tenants;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private TenantId own = new TenantId(new java.util.UUID(0, 0));
    private final Map<Surface, String> hosts = new EnumMap<>(Surface.class);
    private String otherHost = "";
    private String number = "";
    private Browser reader = new Browser(0, "");
    private Browser writer = reader;
    private Browser stranger = reader;
    private Browser nobody = reader;

    @BeforeEach
    void twoTenants() {
        own = world.aTenant();
        var other = world.aTenant();
        hosts.put(Surface.API, "localhost:8080");
        hosts.put(Surface.TENANT_PORTAL, "app.localhost:8080");
        hosts.put(Surface.STAFF, "admin.localhost:8080");
        hosts.put(Surface.CUSTOMER_PORTAL, hostOf(own));
        number = things.number(own);
        otherHost = hostOf(other);
        reader = withKey("localhost:8080", people.aKey(own, Access.READ));
        writer = withKey("localhost:8080", people.aKey(own, Access.WRITE));
        stranger = withKey("localhost:8080", people.aKey(other, Access.WRITE));
        nobody = new Browser(port, "localhost:8080");
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        assertThat(routeNames()).isEqualTo(new TreeSet<>(ROWS.keySet()));
        assertThat(ROWS).hasSizeGreaterThan(35);
    }

    @Test
    void whoMustNotReachARouteDoesNotAndChangesNothing() throws SQLException {
        for (var row : ROWS.entrySet()) {
            if (row.getValue().isResource()) {
                resource(row.getKey(), row.getValue());
            }
        }
    }

    @Test
    void aPlainPageAnswersOnItsOwnHostsAndIsNotThereOnOthers() throws SQLException {
        world.untilQuiet();
        var before = TenantContents.of(own);
        for (var row : ROWS.entrySet()) {
            if (!row.getValue().isResource()) {
                page(row.getKey(), row.getValue());
            }
        }
        world.untilQuiet();
        assertThat(TenantContents.of(own)).isEqualTo(before);
    }

    private void resource(String route, RouteRow row) throws SQLException {
        var path = row.path(route, things, own);
        var body = row.body(things, own);
        world.untilQuiet();
        var before = TenantContents.of(own);
        expect(route, "nobody", ask(nobody, route, path, body), row.forNobody());
        expect(
                route,
                "a wrong key",
                ask(withKey("localhost:8080", "dm_live_" + "A".repeat(43)), route, path, body),
                401);
        var strangers = ask(stranger, route, path, row.isList() ? "" : body);
        expect(route, "another tenant's key", strangers, row.forStranger());
        assertThat(strangers.body()).as(route).doesNotContain(number);
        expect(route, "an own key on another tenant's host", ask(writer.at(otherHost), route, path, body), 404);
        if (row.needsMoreThanReading()) {
            expect(route, "a reading key", ask(reader, route, path, body), 403);
        }
        world.untilQuiet();
        assertThat(TenantContents.of(own))
                .as("%s changed something for somebody denied", route)
                .isEqualTo(before);

        for (var surface : new Surface[] {Surface.TENANT_PORTAL, Surface.STAFF}) {
            expect(route, "on " + surface, ask(writer.at(host(surface)), route, path, body), 404);
        }
        var mine = ask(row.needsMoreThanReading() ? writer : reader, route, path, body);
        assertThat(mine.statusCode())
                .as("%s for its own key: %s", route, mine.body())
                .isIn(row.forOwn());
    }

    private void page(String route, RouteRow row) {
        var path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{\\w+}", "A".repeat(43));
        for (var surface : Surface.values()) {
            var response = ask(new Browser(port, host(surface)), route, path, "");
            if (row.surfaces().contains(surface)) {
                expect(route, "nobody on " + surface, response, row.forNobody());
            } else if (!path.equals("/sign-in") || surface != Surface.CUSTOMER_PORTAL) {
                expect(route, "nobody on " + surface, response, 404);
            }
        }
    }

    private HttpResponse<String> ask(Browser who, String route, String path, String body) {
        var method = route.startsWith("*") ? "GET" : route.substring(0, route.indexOf(' '));
        if (body.startsWith("Customer;")) {
            return who.upload(path, "file", "table.csv", body);
        }
        return method.equals("GET")
                ? who.get(path)
                : path.startsWith("/api/") ? who.json(method, path, body) : who.post(path, Map.of());
    }

    private static void expect(String route, String who, HttpResponse<String> response, int status) {
        assertThat(response.statusCode())
                .as("%s for %s: %s", route, who, response.body())
                .isEqualTo(status);
    }

    private TreeSet<String> routeNames() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().isEmpty()
                                        ? java.util.stream.Stream.of("* " + pattern)
                                        : info.getMethodsCondition().getMethods().stream()
                                                .map(RequestMethod::name)
                                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Browser withKey(String host, String secret) {
        return new Browser(port, host).with("Authorization", "Bearer " + secret);
    }

    private String host(Surface surface) {
        return Objects.requireNonNull(hosts.get(surface));
    }

    private String hostOf(TenantId tenant) {
        return Objects.requireNonNull(
                URI.create(world.in(tenant, () -> tenants.current().portalUrl()))
                        .getAuthority());
    }
}
