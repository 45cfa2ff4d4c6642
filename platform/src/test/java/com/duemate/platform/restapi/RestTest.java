package com.duemate.platform.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class RestTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    private TenantId tenant = new TenantId(new java.util.UUID(0, 0));
    private Browser program = new Browser(0, "");

    @BeforeEach
    void aTenantWithAKey() {
        tenant = world.aTenant();
        program = withKey(people.aKey(tenant, Access.WRITE));
    }

    @Test
    void aCustomerIsAddedReadAndChanged() {
        var created = program.json(
                "POST",
                "/api/v1/customers",
                "{\"name\":\"Larkin Ltd\",\"email\":\"Accounts@Larkin.example\",\"zone\":\"Europe/Berlin\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        var path = created.headers().firstValue("Location").orElseThrow();
        assertThat(path)
                .isEqualTo("/api/v1/customers/" + json(created).get("id").asString());
        var customer = json(program.get(path));
        assertThat(customer.get("email").asString()).isEqualTo("accounts@larkin.example");
        assertThat(customer.get("number").asString()).isEqualTo("Larkin Ltd");
        assertThat(customer.get("hold").isNull()).isTrue();

        var changed = json(program.json("PUT", path, "{\"name\":\"Larkin & Sons\",\"language\":\"de\"}"));
        assertThat(changed.get("name").asString()).isEqualTo("Larkin & Sons");
        assertThat(changed.get("number").asString()).isEqualTo("Larkin Ltd");
        assertThat(changed.get("email").isNull()).isTrue();
        assertThat(json(program.get("/api/v1/customers?search=larkin")).get("items"))
                .hasSize(1);
    }

    @Test
    void anInvoiceIsMadeChangedLinkedPrintedAndVoided() {
        var customer = world.aCustomer(tenant);
        var created = program.json("POST", "/api/v1/invoices", """
                {"customerId":"%s","issuedOn":"2026-02-01","dueOn":"2026-02-21","subject":"February",
                 "lines":[{"description":"Design","quantity":1.5,"unitPrice":{"amount":10000,"currency":"EUR"}},
                          {"description":"Hosting","unitPrice":{"amount":990,"currency":"EUR"}}]}""".formatted(customer));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var invoice = json(created);
        assertThat(invoice.get("status").asString()).isEqualTo("OPEN");
        assertThat(invoice.get("total").toString()).isEqualTo("{\"amount\":15990,\"currency\":\"EUR\"}");
        assertThat(invoice.get("open")).isEqualTo(invoice.get("total"));
        assertThat(invoice.get("late").asBoolean()).isTrue();
        assertThat(invoice.get("daysLate").asInt()).isEqualTo(9);
        assertThat(invoice.get("paidOn").isNull()).isTrue();
        assertThat(invoice.get("lines").get(0).get("quantity").toString()).isEqualTo("1.5");
        assertThat(invoice.get("lines").get(0).get("total").get("amount").asLong())
                .isEqualTo(15_000);
        assertThat(invoice.propertyNames())
                .contains(
                        "id",
                        "number",
                        "customerId",
                        "status",
                        "issuedOn",
                        "dueOn",
                        "total",
                        "open",
                        "late",
                        "daysLate");

        var path = created.headers().firstValue("Location").orElseThrow();
        var changed = program.json(
                "PUT",
                path,
                "{\"issuedOn\":\"2026-02-01\",\"dueOn\":\"2026-04-01\",\"total\":{\"amount\":500,\"currency\":\"EUR\"}}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).get("total").get("amount").asLong()).isEqualTo(500);
        assertThat(json(changed).get("number")).isEqualTo(invoice.get("number"));

        var link = program.json("POST", path + "/payment-links", "{}");
        assertThat(link.statusCode()).isEqualTo(201);
        assertThat(json(link).get("url").asString()).contains(".localhost:8080/p/");
        var pdf = program.get(path + "/pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");

        assertThat(json(program.json("POST", path + "/void", "{\"reason\":\"mistake\"}"))
                        .get("status")
                        .asString())
                .isEqualTo("VOID");
        assertThat(program.json("POST", path + "/void", "").statusCode()).isEqualTo(409);
        assertThat(program.json("POST", path + "/payment-links", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aDraftIsIssuedLaterOrRemoved() {
        var customer = world.aCustomer(tenant);
        var body =
                "{\"customerId\":\"%s\",\"issuedOn\":\"2026-02-01\",\"dueOn\":\"2026-02-21\",\"total\":{\"amount\":500,\"currency\":\"EUR\"},\"draft\":true}"
                        .formatted(customer);
        var first = program.json("POST", "/api/v1/invoices", body)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(json(program.get(first)).get("status").asString()).isEqualTo("DRAFT");
        assertThat(json(program.json("POST", first + "/issue", ""))
                        .get("number")
                        .isNull())
                .isFalse();
        assertThat(program.json("POST", first + "/issue", "").statusCode()).isEqualTo(409);
        var second = program.json("POST", "/api/v1/invoices", body)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(program.json("POST", second + "/void", "").statusCode()).isEqualTo(204);
        assertThat(program.get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void aPaymentIsBookedOnceByItsKeyAndPaysTheInvoice() {
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 10_000, TODAY.plusDays(5));
        var body =
                "{\"key\":\"bank-77\",\"customerId\":\"%s\",\"amount\":{\"amount\":10000,\"currency\":\"EUR\"},\"invoiceIds\":[\"%s\"]}"
                        .formatted(customer, invoice);
        var first = program.json("POST", "/api/v1/payments", body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var again = program.json("POST", "/api/v1/payments", body);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(json(program.get("/api/v1/invoices/" + invoice))
                        .get("status")
                        .asString())
                .isEqualTo("PAID");
        var listed =
                json(program.get("/api/v1/payments?customerId=" + customer)).get("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("invoiceIds").get(0).asString()).isEqualTo(invoice.toString());
    }

    @Test
    void listsArePagedByCursorAndFilteredByStatusInAnyCase() {
        var customer = world.aCustomer(tenant);
        fill(customer);
        assertThat(all("status=open", 2)).hasSize(7);
        assertThat(all("status=OVERDUE", 3)).hasSize(4);
        assertThat(all("status=paid,Overdue", 2)).hasSize(6);
        assertThat(all("status=open,partly-paid,overdue", 4)).hasSize(7);
        assertThat(all("status=void", 4)).isEmpty();
        assertThat(all("", 4)).hasSize(9);
        assertThat(all("customerId=" + world.aCustomer(tenant), 4)).isEmpty();
        assertThat(json(program.get("/api/v1/invoices")).get("next").isNull()).isTrue();
    }

    @Test
    void anInvoiceShowsItsPlanAndEveryDecisionWithItsReason() {
        var late = world.anInvoice(tenant, world.aCustomer(tenant), 1_000, TODAY.minusDays(20));
        var future = world.anInvoice(tenant, world.aCustomer(tenant), 1_000, TODAY.plusDays(20));
        world.untilQuiet();
        var planned = json(program.get("/api/v1/invoices/" + future + "/reminders"));
        assertThat(planned.get("plan")).hasSize(5);
        assertThat(planned.get("plan").get(0).get("state").asString()).isEqualTo("PLANNED");
        assertThat(planned.get("decisions")).isEmpty();
        assertThat(planned.get("policy").get("name").asString()).isNotBlank();
        var decided =
                json(program.get("/api/v1/invoices/" + late + "/reminders")).get("decisions");
        assertThat(decided).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.get("said").asString()).isNotBlank();
            assertThat(decision.get("reason").asString()).isNotBlank();
        });
        var sent = json(program.get("/api/v1/messages?kind=reminder")).get("items");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).get("about").get(0).asString()).isEqualTo(late.toString());
        assertThat(json(program.get("/api/v1/messages/" + sent.get(0).get("id").asString()))
                        .get("html")
                        .asString())
                .contains("<html");
    }

    @Test
    void aTableIsStagedCommittedOnceAndTakenBack() {
        var table =
                "Customer;Invoice number;Issued on;Due on;Amount\nAcme;A-1;2026-02-01;2026-04-01;12.50\nAcme;A-2;2026-02-01;never;3\n";
        var sent = program.upload("/api/v1/imports?dryRun=false", "file", "t.csv", table);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        var path = sent.headers().firstValue("Location").orElseThrow();
        world.untilQuiet();
        var staged = json(program.get(path));
        assertThat(staged.get("state").asString()).isEqualTo("READY");
        assertThat(staged.get("created").asInt()).isEqualTo(1);
        assertThat(staged.get("customersCreated").asInt()).isEqualTo(1);
        assertThat(staged.get("errors")).hasSize(1);
        assertThat(staged.get("errors").get(0).get("row").asInt()).isEqualTo(3);
        assertThat(staged.get("errors").get(0).get("field").asString()).isEqualTo("dueOn");
        assertThat(staged.get("errors").get(0).get("reason").asString()).contains("never");

        assertThat(program.json("POST", path + "/undo", "{}").statusCode()).isEqualTo(409);
        assertThat(program.json("POST", path + "/commit", "{}").statusCode()).isEqualTo(202);
        assertThat(program.json("POST", path + "/commit", "").statusCode()).isEqualTo(202);
        world.untilQuiet();
        assertThat(json(program.get(path)).get("state").asString()).isEqualTo("COMMITTED");
        assertThat(json(program.get("/api/v1/invoices")).get("items")).hasSize(1);
        program.json("POST", path + "/undo", "");
        world.untilQuiet();
        assertThat(json(program.get(path)).get("state").asString()).isEqualTo("UNDONE");
        assertThat(json(program.get("/api/v1/invoices")).get("items")).isEmpty();

        var dry = program.upload("/api/v1/imports?dryRun=true", "file", "t.csv", table);
        world.untilQuiet();
        var dryPath = dry.headers().firstValue("Location").orElseThrow();
        assertThat(json(program.get(dryPath)).get("dryRun").asBoolean()).isTrue();
        assertThat(program.json("POST", dryPath + "/commit", "").statusCode()).isEqualTo(409);
        assertThat(program.upload("/api/v1/imports", "other", "t.csv", table).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDashboardSpeaksInMinorUnits() {
        fill(world.aCustomer(tenant));
        var figures = json(program.get("/api/v1/dashboard")).get("currencies").get(0);
        assertThat(figures.get("currency").asString()).isEqualTo("EUR");
        assertThat(figures.get("outstanding").get("amount").asLong()).isEqualTo(7_000);
        assertThat(figures.get("overdue").get("amount").asLong()).isEqualTo(4_000);
        assertThat(figures.get("ageing")).hasSize(5);
        assertThat(json(program.get("/api/v1/dashboard")).get("upcoming").get("days"))
                .hasSize(14);
    }

    @Test
    void aRefusalNamesTheFieldAndSaysWhyInTheReadersLanguage() {
        var response = withKey(people.aKey(tenant, Access.WRITE))
                .with("Accept-Language", "de")
                .json("POST", "/api/v1/customers", "{\"name\":\"X\",\"email\":\"nonsense\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json(response);
        assertThat(problem.get("field").asString()).isEqualTo("email");
        assertThat(problem.get("reason").asString()).startsWith("Das ist keine E-Mail-Adresse");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("errorId").asString()).hasSize(36);
        var taken = "{\"name\":\"Twice\",\"number\":\"T1\"}";
        program.json("POST", "/api/v1/customers", taken);
        assertThat(program.json("POST", "/api/v1/customers", taken).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        var secret = people.aKey(tenant, Access.READ);
        assertThat(withKey(secret).get("/api/v1/customers").statusCode()).isEqualTo(200);
        var id = world.in(tenant, () -> keys.list()).stream()
                .filter(key -> secret.startsWith(key.hint()))
                .findFirst()
                .orElseThrow()
                .id();
        world.in(tenant, () -> keys.revoke(id));
        var refused = withKey(secret).get("/api/v1/customers");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @Test
    void aKeyMayAskAThousandTimesAMinute() {
        var secret = people.aKey(tenant, Access.READ);
        var busy = withKey(secret);
        HttpResponse<String> last = busy.get("/api/v1/nothing");
        for (int i = 0; i < 1_400 && last.statusCode() == 404; i++) {
            last = busy.get("/api/v1/nothing");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(program.get("/api/v1/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void theDescriptionIsOpenApi31AndCoversOnlyThisVersion() {
        var described = json(new Browser(port, "localhost:8080").get("/api/v1/openapi.json"));
        assertThat(described.get("openapi").asString()).startsWith("3.1");
        assertThat(described.get("paths").propertyNames())
                .contains("/api/v1/invoices", "/api/v1/invoices/{id}/void", "/api/v1/customers/{id}")
                .allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(described.toString()).doesNotContain("DueMate", "duemate");
        AnsweredCodes.OTHERS.forEach((operation, code) -> {
            var parts = operation.split(" ", -1);
            var answers = described
                    .get("paths")
                    .get(parts[1])
                    .get(parts[0].toLowerCase(java.util.Locale.ROOT))
                    .get("responses");
            assertThat(answers.propertyNames())
                    .as(operation)
                    .contains(code, "default")
                    .doesNotContain("200");
        });
        assertThat(new Browser(port, "localhost:8080").get("/v3/api-docs").statusCode())
                .isEqualTo(404);
    }

    private void fill(CustomerId customer) {
        for (int i = 0; i < 4; i++) {
            world.anInvoice(tenant, customer, 1_000, TODAY.minusDays(1 + i / 2));
        }
        for (int i = 0; i < 3; i++) {
            world.anInvoice(tenant, customer, 1_000, TODAY.plusDays(i));
        }
        for (int i = 0; i < 2; i++) {
            var invoice = world.anInvoice(tenant, customer, 1_000, TODAY.minusDays(1 + i));
            program.json(
                    "POST",
                    "/api/v1/payments",
                    "{\"customerId\":\"%s\",\"amount\":{\"amount\":1000,\"currency\":\"EUR\"},\"invoiceIds\":[\"%s\"]}"
                            .formatted(customer, invoice));
        }
    }

    private List<String> all(String filter, int limit) {
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            var page = json(program.get("/api/v1/invoices?limit=%d&%s%s"
                    .formatted(limit, filter, cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            cursor = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(new HashSet<>(ids)).as("no invoice twice").hasSameSizeAs(ids);
        return ids;
    }

    private Browser withKey(String secret) {
        return new Browser(port, "localhost:8080").with("Authorization", "Bearer " + secret);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
