package com.duemate.platform.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TenantContents;
import com.duemate.platform.testkit.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is a problem that tells nothing, or an honest empty list; and nothing changes. */
@PlatformTest
class HostileInputTest {

    private static final List<String> INJECTIONS = List.of(
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "\\'",
            "%",
            "_",
            "%%",
            "%27",
            "--",
            "';--",
            "' or '1'='1",
            "' or 1=1--",
            "') or ('1'='1",
            "1; drop table invoicing.invoice",
            "'; drop schema invoicing cascade; --",
            "' union select null,null,null--",
            "' union select password from identity.account--",
            "'||pg_sleep(5)||'",
            "'; select pg_sleep(5)--",
            "${7*7}",
            "{{7*7}}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "'; set role duemate_owner; --",
            "'; select set_config('app.tenant_id','00000000-0000-0000-0000-000000000000',true)--",
            "$$;select 1;$$",
            "E'\\\\x27'",
            "\u0000",
            "a\u0000b",
            "\u2028",
            "\ud83d\ude00",
            "\r\nX-Injected: 1",
            "../../etc/passwd",
            "%00",
            "null",
            "NaN",
            "0x27",
            "{\"$gt\":\"\"}",
            "[]",
            "\u202Egnp");

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    People people;

    private TenantId tenant = new TenantId(new java.util.UUID(0, 0));
    private CustomerId customer = new CustomerId(new java.util.UUID(0, 0));
    private Browser program = new Browser(0, "");

    @BeforeEach
    void aTenantWithAnInvoice() {
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        world.anInvoice(tenant, customer, 1_000, LocalDate.of(2026, 4, 1));
        program = new Browser(port, "localhost:8080")
                .with("Authorization", "Bearer " + people.aKey(tenant, Access.WRITE));
        world.untilQuiet();
    }

    @Test
    void injectionsInEveryFilterFindNothingAndBreakNothing() throws SQLException {
        assertThat(INJECTIONS).hasSizeGreaterThanOrEqualTo(40);
        var filters = Map.of(
                "/api/v1/customers", List.of("search", "limit", "cursor"),
                "/api/v1/invoices", List.of("search", "status", "customerId", "limit", "cursor"),
                "/api/v1/messages", List.of("status", "kind", "customerId", "limit", "cursor"),
                "/api/v1/payments", List.of("customerId", "limit", "cursor"),
                "/api/v1/tasks", List.of("limit", "cursor"),
                "/api/v1/calendar", List.of("days", "limit"));
        var before = TenantContents.of(tenant);
        filters.forEach((path, names) -> names.forEach(name -> INJECTIONS.forEach(text -> {
            var response = program.get(path + "?" + name + "=" + Browser.encode(text));
            assertThat(response.statusCode()).as("%s %s=%s", path, name, text).isIn(200, 400);
            assertHarmless(response);
        })));
        INJECTIONS.forEach(text -> {
            var response =
                    program.get("/api/v1/invoices/" + Browser.encode(text).replace("+", "%20"));
            assertThat(response.statusCode()).as(text).isIn(400, 404);
            assertHarmless(response);
        });
        assertThat(TenantContents.of(tenant)).isEqualTo(before);
    }

    @Test
    void injectionsInNamesAreKeptToTheLetterOrRefused() {
        INJECTIONS.forEach(text -> {
            var quoted = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString("n " + text);
            var response = program.json("POST", "/api/v1/customers", "{\"name\":%s}".formatted(quoted));
            assertThat(response.statusCode()).as(text).isIn(201, 400, 409);
            assertHarmless(response);
        });
    }

    @Test
    void forgedCursorsAreRefused() {
        var lists = List.of(
                "/api/v1/customers", "/api/v1/invoices", "/api/v1/messages", "/api/v1/payments", "/api/v1/tasks");
        for (var list : lists) {
            for (var forged : List.of(
                    "x",
                    "AAAA",
                    "%F0%9F%98%80",
                    encode("2026-01-01"),
                    encode("2026-01-01\u001Fnot-an-id"),
                    encode("not-a-date\u001F00000000-0000-0000-0000-000000000000\u001Fmore"),
                    encode("a\u0000\u001F00000000-0000-0000-0000-000000000000"),
                    encode("\u001F\u001F\u001F"),
                    "A".repeat(2_000))) {
                var response = program.get(list + "?cursor=" + forged);
                assertThat(response.statusCode()).as("%s %s", list, forged).isEqualTo(400);
                assertThat(response.body()).contains("\"field\":\"cursor\"");
            }
        }
    }

    @Test
    void cursorsOfYearsThatNeverComeAreRefused() {
        var far = Map.of(
                "/api/v1/invoices", "+5874898-01-01",
                "/api/v1/messages", "+294277-01-01T00:00:00Z",
                "/api/v1/payments", "+294277-01-01T00:00:00Z",
                "/api/v1/imports", "-10000-01-01T00:00:00Z");
        far.forEach((list, moment) -> {
            var forged = encode(moment + "\u001F00000000-0000-0000-0000-000000000000");
            assertThat(program.get(list + "?cursor=" + forged).statusCode())
                    .as(list)
                    .isEqualTo(400);
        });
    }

    @Test
    void limitsOutsideTheirRangeAreRefused() {
        for (var limit : List.of("0", "-1", "201", "999999999999", "1.5", "ten")) {
            assertThat(program.get("/api/v1/invoices?limit=" + limit).statusCode())
                    .as(limit)
                    .isEqualTo(400);
        }
    }

    @Test
    void hostileBodiesAreRefusedWithTheFieldAndWithoutAStack() throws SQLException {
        var before = TenantContents.of(tenant);
        var bodies = Map.ofEntries(
                Map.entry("", 400),
                Map.entry("null", 400),
                Map.entry("[]", 400),
                Map.entry("{", 400),
                Map.entry("{}", 400),
                Map.entry("\u0000", 400),
                Map.entry("[".repeat(5_000), 400),
                Map.entry("{\"lines\":" + "[".repeat(200) + "]".repeat(200) + "}", 400),
                Map.entry(invoice("\"total\":{\"amount\":12.7,\"currency\":\"EUR\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":\"12\",\"currency\":\"EUR\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":1e3,\"currency\":\"EUR\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":-5,\"currency\":\"EUR\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":0,\"currency\":\"EUR\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":99999999999999999999999,\"currency\":\"EUR\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":9223372036854775807,\"currency\":\"EUR\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":5,\"currency\":\"ZZZ\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":5,\"currency\":\"XTS\"}"), 400),
                Map.entry(invoice("\"total\":{\"amount\":5,\"currency\":7}"), 400),
                Map.entry(invoice("\"lines\":[null]"), 400),
                Map.entry(invoice("\"lines\":[]"), 400),
                Map.entry(invoice("\"lines\":{}"), 400),
                Map.entry(
                        invoice(
                                "\"lines\":[{\"quantity\":1e999999999,\"unitPrice\":{\"amount\":1,\"currency\":\"EUR\"}}]"),
                        400),
                Map.entry(
                        invoice("\"lines\":[{\"quantity\":0.0001,\"unitPrice\":{\"amount\":1,\"currency\":\"EUR\"}}]"),
                        400),
                Map.entry(
                        invoice(
                                "\"lines\":[{\"quantity\":1000000,\"unitPrice\":{\"amount\":1000000000000,\"currency\":\"EUR\"}}]"),
                        400),
                Map.entry(
                        invoice(
                                "\"total\":{\"amount\":5,\"currency\":\"EUR\"},\"total\":{\"amount\":6,\"currency\":\"EUR\"}"),
                        400),
                Map.entry(invoice("\"total\":{\"amount\":5,\"currency\":\"EUR\"},\"tenantId\":\"x\""), 400),
                Map.entry(
                        invoice("\"total\":{\"amount\":5,\"currency\":\"EUR\"}").replace("2026-02-01", "0000-01-01"),
                        400),
                Map.entry(
                        invoice("\"total\":{\"amount\":5,\"currency\":\"EUR\"}")
                                .replace("2026-02-01", "+999999999-01-01"),
                        400),
                Map.entry(
                        invoice("\"total\":{\"amount\":5,\"currency\":\"EUR\"}").replace("2026-02-01", "2026-02-30"),
                        400),
                Map.entry(
                        invoice("\"total\":{\"amount\":5,\"currency\":\"EUR\"}")
                                .replace(customer.toString(), "1-1-1-1-1"),
                        400),
                Map.entry(invoice("\"total\":{\"amount\":5,\"currency\":\"EUR\"}") + "{}", 400),
                Map.entry("{\"subject\":\"" + "x".repeat(2_000_000) + "\"}", 413));
        bodies.forEach((body, status) -> {
            var response = program.json("POST", "/api/v1/invoices", body);
            assertThat(response.statusCode())
                    .as("%s -> %s", body.substring(0, Math.min(200, body.length())), response.body())
                    .isEqualTo(status);
            assertHarmless(response);
        });
        assertThat(TenantContents.of(tenant)).isEqualTo(before);
        assertThat(program.json(
                                "POST",
                                "/api/v1/invoices",
                                invoice("\"lines\":[{\"unitPrice\":{\"amount\":1.5,\"currency\":\"EUR\"}}]"))
                        .body())
                .contains("\"field\":\"lines[0].unitPrice.amount\"");
    }

    @Test
    void wrongVerbsTypesAndPathsAreProblemsToo() {
        assertProblem(program.send("DELETE", "/api/v1/invoices", BodyPublishers.noBody(), Map.of()), 405);
        assertProblem(program.send("PATCH", "/api/v1/dashboard", BodyPublishers.noBody(), Map.of()), 405);
        assertProblem(
                program.send(
                        "POST",
                        "/api/v1/customers",
                        BodyPublishers.ofString("name=x"),
                        Map.of("Content-Type", "application/x-www-form-urlencoded")),
                415);
        assertProblem(
                program.send(
                        "POST",
                        "/api/v1/customers",
                        BodyPublishers.ofString("<a/>"),
                        Map.of("Content-Type", "application/xml")),
                415);
        assertProblem(program.get("/api/v1/none"), 404);
        assertProblem(program.get("/api/v2/invoices"), 404);
        assertProblem(program.get("/api/v1/invoices/not-an-id"), 404);
        assertProblem(program.get("/api/v1/invoices/" + java.util.UUID.randomUUID()), 404);
        var chunked = program.send(
                "POST",
                "/api/v1/customers",
                BodyPublishers.ofInputStream(() -> new java.io.SequenceInputStream(
                        new java.io.ByteArrayInputStream("{\"name\":\"".getBytes(StandardCharsets.UTF_8)),
                        new java.io.ByteArrayInputStream(new byte[3_000_000]))),
                Map.of("Content-Type", "application/json"));
        assertThat(chunked.statusCode()).isIn(400, 413);
        assertHarmless(chunked);
    }

    private String invoice(String what) {
        return "{\"customerId\":\"%s\",\"issuedOn\":\"2026-02-01\",\"dueOn\":\"2026-02-21\",%s}"
                .formatted(customer, what);
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"errorId\":");
        assertHarmless(response);
    }

    private static void assertHarmless(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("X-Injected")).isEmpty();
        assertThat(response.body())
                .doesNotContain("Exception", "springframework", "com.duemate", "org.postgresql", "\tat ", "SQLSTATE");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
