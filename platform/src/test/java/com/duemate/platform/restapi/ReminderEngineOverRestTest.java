package com.duemate.platform.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that runs a tenant's reminders: from the policy to the letter that was posted. */
@PlatformTest
class ReminderEngineOverRestTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final String POLICY = """
            {"name":"On paper","steps":[
              {"days":-3,"channels":["EMAIL","SMS"],"tone":"friendly"},
              {"days":10,"channels":["letter","EMAIL"],"tone":"FIRM","catchUp":"SEND_LATE"},
              {"anchor":"LAST_CONTACT","days":7,"dayRule":"PREVIOUS","channels":["TASK"],"tone":"FIRM"}],
             "minimums":[{"amount":500,"currency":"EUR"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    Engines engines;

    private TenantId tenant = new TenantId(new java.util.UUID(0, 0));
    private Browser program = new Browser(0, "");

    @BeforeEach
    void aProgramOfATenant() {
        tenant = world.aTenant();
        program = withKey(Access.WRITE);
    }

    @Test
    void aPolicyIsMadeChangedAndFollowed() {
        assertThat(json(program.get("/api/v1/policies")).get("items")).hasSize(1);
        var created = program.json("POST", "/api/v1/policies", POLICY);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var path = created.headers().firstValue("Location").orElseThrow();
        var policy = json(program.get(path));
        assertThat(policy).isEqualTo(json(created));
        assertThat(policy.get("steps").get(1).get("channels").toString()).isEqualTo("[\"LETTER\",\"EMAIL\"]");
        assertThat(policy.get("steps").get(2).get("anchor").asString()).isEqualTo("LAST_CONTACT");
        assertThat(policy.get("isDefault").asBoolean()).isFalse();

        var body = POLICY.replace("On paper", "On good paper").replaceFirst("\\{", "{\"version\":1,");
        assertThat(json(program.json("PUT", path, body)).get("version").asInt()).isEqualTo(2);
        var stale = program.json("PUT", path, body.replace("good", "better"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(json(stale).get("field").asString()).isEqualTo("version");
        var newest = json(program.get(path + "/versions?limit=1"));
        assertThat(newest.get("items").get(0).get("name").asString()).isEqualTo("On good paper");
        var oldest = json(program.get(
                path + "/versions?limit=1&cursor=" + newest.get("next").asString()));
        assertThat(oldest.get("items").get(0).get("name").asString()).isEqualTo("On paper");
        assertThat(oldest.get("next").isNull()).isTrue();

        assertThat(json(program.json("POST", path + "/default", ""))
                        .get("isDefault")
                        .asBoolean())
                .isTrue();
        assertThat(json(program.get("/api/v1/policies"))
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(policy.get("id").asString());
    }

    @Test
    void aLetterIsPrintedPostedAndTold() {
        makeDefault(json(program.json("POST", "/api/v1/policies", POLICY)));
        var customer = json(program.json("POST", "/api/v1/customers", """
                {"name":"Larkin Ltd","address":{"street":"12 Quay Street\\nUnit 4","postalCode":"BS1 4XY","city":"Bristol","country":"gb"}}"""));
        assertThat(customer.get("address").get("country").asString()).isEqualTo("GB");
        var id = customer.get("id").asString();
        var invoice = json(program.json("POST", "/api/v1/invoices", """
                {"customerId":"%s","issuedOn":"2026-01-01","dueOn":"%s","total":{"amount":12345,"currency":"EUR"}}""".formatted(id, TODAY.minusDays(20))));
        engines.wake();
        world.untilQuiet();

        var tasks = json(program.get("/api/v1/tasks?limit=1")).get("items");
        assertThat(tasks).hasSize(1);
        var task = tasks.get(0);
        assertThat(task.get("channel").asString()).isEqualTo("LETTER");
        assertThat(task.get("address").get("city").asString()).isEqualTo("Bristol");
        assertThat(task.get("invoices").get(0).get("open").toString())
                .isEqualTo("{\"amount\":12345,\"currency\":\"EUR\"}");
        var path = "/api/v1/tasks/" + task.get("id").asString();
        var letter = program.get(path + "/letter");
        assertThat(letter.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(letter.body()).startsWith("%PDF-");
        assertThat(program.get("/api/v1/tasks/letters").body()).startsWith("%PDF-");
        assertThat(withKey(Access.READ).get(path + "/letter").statusCode()).isEqualTo(403);
        assertThat(json(withKey(Access.READ).get(path)).get("printedAt").isNull())
                .isFalse();

        assertThat(program.json("POST", path + "/done", "{\"note\":\"%s\"}".formatted("x".repeat(501)))
                        .statusCode())
                .isEqualTo(400);
        var done = json(program.json("POST", path + "/done", "{\"note\":\"Posted\"}"));
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("note").asString()).isEqualTo("Posted");
        assertThat(program.json("POST", path + "/done", "").statusCode()).isEqualTo(409);
        assertThat(program.get("/api/v1/tasks/letters").statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/invoices/" + invoice.get("id").asString() + "/reminders")
                        .body())
                .contains("Printed and posted on");
        assertThat(json(program.json("POST", path + "/reopen", "")).get("state").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void rulesAreTriedReplacedAndFollowedByRunningPlans() {
        var policy = json(program.json("POST", "/api/v1/policies", POLICY));
        world.anInvoice(tenant, world.aCustomer(tenant), 900_000, TODAY.plusDays(9));
        world.anInvoice(tenant, world.aCustomer(tenant), 1_000, TODAY.plusDays(9));
        world.untilQuiet();
        assertThat(program.get("/api/v1/assignment-rules").body()).isEqualTo("{\"version\":0,\"rules\":[]}");
        var rules = """
                {"version":0,"rules":[{"name":"Large","policyId":"%s","conditions":[
                  {"kind":"AMOUNT_AT_LEAST","amount":{"amount":500000,"currency":"EUR"}},{"kind":"NUMBER_BEGINS","text":"I"}]}]}""".formatted(policy.get("id").asString());
        var preview = json(program.json(
                "POST",
                "/api/v1/assignment-rules/preview",
                rules.replace(",{\"kind\":\"NUMBER_BEGINS\",\"text\":\"I\"}", "")));
        assertThat(preview.get("rules").get(0).get("count").asInt()).isEqualTo(1);
        assertThat(preview.get("others").get("count").asInt()).isEqualTo(1);
        assertThat(preview.get("moving").asInt()).isEqualTo(1);

        var replaced = json(program.json("PUT", "/api/v1/assignment-rules", rules));
        assertThat(replaced.get("version").asInt()).isEqualTo(1);
        assertThat(replaced.get("rules").get(0).get("conditions").toString())
                .isEqualTo(
                        "[{\"kind\":\"AMOUNT_AT_LEAST\",\"amount\":{\"amount\":500000,\"currency\":\"EUR\"}},{\"kind\":\"NUMBER_BEGINS\",\"text\":\"I\"}]");
        assertThat(program.json("PUT", "/api/v1/assignment-rules", rules).statusCode())
                .isEqualTo(409);
        assertThat(program.json("POST", "/api/v1/assignment-rules/move", "{\"version\":1}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void sendingTimesTheCalendarAndThePastAreAsked() {
        var times = json(program.get("/api/v1/sending-times"));
        assertThat(times.get("opens").asString()).isEqualTo("08:00");
        var changed = program.json("PUT", "/api/v1/sending-times", """
                {"opens":"09:00","closes":"17:30","preferred":"10:15","daysOff":["sunday"],"holidays":"PT","perDay":1,"perWeek":3}""");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(program.get("/api/v1/sending-times"))).isEqualTo(json(changed));
        assertThat(json(changed).get("daysOff").toString()).isEqualTo("[\"SUNDAY\"]");

        world.anInvoice(tenant, world.aCustomer(tenant), 1_000, TODAY.plusDays(5));
        world.untilQuiet();
        var calendar = json(program.get("/api/v1/calendar?days=10&limit=5"));
        assertThat(calendar.get("days")).hasSize(10);
        assertThat(calendar.get("next").get(0).get("channel").asString()).isEqualTo("EMAIL");

        var tried = program.json("POST", "/api/v1/backtests", "{\"months\":3,\"policy\":" + POLICY + "}");
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(json(tried).get("levels")).hasSize(3);
        var standing = json(program.get("/api/v1/policies"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(json(program.json(
                                "POST", "/api/v1/backtests", "{\"months\":1,\"policyId\":\"%s\"}".formatted(standing)))
                        .get("levels"))
                .hasSize(5);
    }

    @Test
    void aRefusalNamesThePlaceAndWhatToDo() {
        var german = program.with("Accept-Language", "de");
        var policies = Map.of(
                "\"tone\":\"friendly\"", "\"tone\":\"rude\"",
                "\"days\":10", "\"days\":999",
                "\"channels\":[\"TASK\"]", "\"channels\":[]",
                "\"name\":\"On paper\"", "\"name\":\"\"",
                "\"amount\":500,", "\"amount\":0,");
        var fields = Map.of(
                "\"tone\":\"friendly\"", "steps[0].tone",
                "\"days\":10", "steps[1].days",
                "\"channels\":[\"TASK\"]", "steps[2].channels",
                "\"name\":\"On paper\"", "name",
                "\"amount\":500,", "minimums");
        policies.forEach((right, wrong) -> {
            var problem = json(german.json("POST", "/api/v1/policies", POLICY.replace(right, wrong)));
            assertThat(problem.get("status").asInt()).isEqualTo(400);
            assertThat(problem.get("field").asString()).isEqualTo(fields.get(right));
            assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("restapi.", "reminders.");
        });
        var word = json(german.json("POST", "/api/v1/policies", POLICY.replace("friendly", "rude")));
        assertThat(word.get("detail").asString()).contains("FRIENDLY, NEUTRAL, FIRM");
        refused("PUT", "/api/v1/sending-times", "{\"opens\":\"9 o'clock\"}", "opens");
        refused(
                "PUT",
                "/api/v1/sending-times",
                "{\"opens\":\"09:00\",\"closes\":\"08:00\",\"preferred\":\"08:00\",\"perDay\":1,\"perWeek\":1}",
                "closes");
        refused(
                "PUT",
                "/api/v1/assignment-rules",
                "{\"version\":0,\"rules\":[{\"name\":\"x\",\"policyId\":\"y\"}]}",
                "rules[0].policyId");
        refused(
                "PUT",
                "/api/v1/assignment-rules",
                "{\"version\":0,\"rules\":[{\"name\":\"x\",\"policyId\":\"00000000-0000-0000-0000-000000000001\",\"conditions\":[{\"kind\":\"CURRENCY\",\"code\":\"EUR\"}]}]}",
                "rules[0].policyId");
        refused(
                "POST",
                "/api/v1/assignment-rules/preview",
                "{\"rules\":[{\"name\":\"x\",\"policyId\":\"00000000-0000-0000-0000-000000000001\",\"conditions\":[{\"kind\":\"CURRENCY\",\"code\":\"Euro\"}]}]}",
                "rules[0].conditions[0]");
        refused("POST", "/api/v1/backtests", "{\"months\":25,\"policy\":" + POLICY + "}", "months");
        refused("POST", "/api/v1/backtests", "{\"months\":2}", "policy");
        refused("GET", "/api/v1/calendar?days=61", "", "days");
        refused("POST", "/api/v1/customers", "{\"name\":\"x\",\"address\":{\"street\":\"1 Way\"}}", "address.city");
    }

    private void refused(String method, String path, String body, String field) {
        var answer = method.equals("GET") ? program.get(path) : program.json(method, path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(400);
        assertThat(json(answer).get("field").asString()).isEqualTo(field);
    }

    private void makeDefault(JsonNode policy) {
        var made = program.json("POST", "/api/v1/policies/" + policy.get("id").asString() + "/default", "");
        assertThat(made.statusCode()).isEqualTo(200);
    }

    private Browser withKey(Access access) {
        return new Browser(port, "localhost:8080").with("Authorization", "Bearer " + people.aKey(tenant, access));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
