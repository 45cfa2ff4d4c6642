package com.duemate.platform.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.testkit.Browser;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class ImportsOverRestTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = """
            Customer,Invoice no,Issued on,Due on,Amount,Paid on
            Larkin,A-1,2026-02-01,2031-02-01,100.00,
            Mills,A-2,2026-02-01,2031-02-01,50.00,2026-02-20
            Mills,A-3,2026-02-01,2031-02-01,nothing,
            """;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    People people;

    private Browser program = new Browser(0, "");

    @BeforeEach
    void aTenantWithAKey() {
        TenantId tenant = world.aTenant();
        program = new Browser(port, "localhost:8080")
                .with("Authorization", "Bearer " + people.aKey(tenant, Access.WRITE))
                .with("Accept-Language", "de-AT,de;q=0.9");
    }

    @Test
    void aFileIsStagedCommittedAndTakenBack() {
        var uploaded = upload(part("file", "a.csv", FILE));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(202);
        var path = uploaded.headers().firstValue("Location").orElseThrow();
        assertThat(path).isEqualTo("/api/v1/imports/" + json(uploaded).get("id").asString());

        var staged = until(path, "READY");
        assertThat(counts(staged)).isEqualTo("3 rows, 2 created, 0 updated, 0 unchanged, 1 rejected, 2 customers");
        var error = staged.get("errors").get(0);
        assertThat(error.get("row").asInt()).isEqualTo(4);
        assertThat(error.get("field").asString()).isEqualTo("amount");
        assertThat(error.get("reason").asString()).contains("nothing").contains("Betrag");
        assertThat(program.json("POST", path + "/undo", "").statusCode()).isEqualTo(409);

        assertThat(program.json("POST", path + "/commit", "").statusCode()).isEqualTo(202);
        assertThat(counts(until(path, "COMMITTED"))).isEqualTo(counts(staged));
        assertThat(json(program.get("/api/v1/invoices?status=PAID")).get("items"))
                .hasSize(1);
        assertThat(program.json("POST", path + "/commit", "").statusCode()).isEqualTo(202);

        assertThat(program.json("POST", path + "/undo", "").statusCode()).isEqualTo(202);
        var undone = until(path, "UNDONE");
        assertThat(undone.get("undo").get("removed").asInt()).isEqualTo(4);
        assertThat(undone.get("undo").get("left")).isEmpty();
        assertThat(json(program.get("/api/v1/invoices")).get("items")).isEmpty();
        assertThat(json(program.get("/api/v1/customers")).get("items")).isEmpty();
    }

    @Test
    void whatSomebodyHasBuiltUponIsNamedWithTheReason() {
        var path = upload(part("file", "a.csv", FILE))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        until(path, "READY");
        program.json("POST", path + "/commit", "");
        until(path, "COMMITTED");
        var open =
                json(program.get("/api/v1/invoices?status=OPEN")).get("items").get(0);
        program.json("POST", "/api/v1/invoices/" + open.get("id").asString() + "/payment-links", "");

        program.json("POST", path + "/undo", "");
        var undo = until(path, "UNDONE").get("undo");
        assertThat(undo.get("removed").asInt()).isEqualTo(2);
        assertThat(undo.get("kept").asInt()).isEqualTo(2);
        assertThat(undo.get("left").findValuesAsString("number")).containsExactlyInAnyOrder("A-1", "Larkin");
        assertThat(undo.get("left").findValuesAsString("code"))
                .containsExactlyInAnyOrder("imports.kept.touched", "customers.kept.inUse");
    }

    @Test
    void aTrialRunIsNeverCommitted() {
        var uploaded = upload(part("dryRun", null, "true") + part("file", "a.csv", FILE));
        var path = uploaded.headers().firstValue("Location").orElseThrow();
        assertThat(until(path, "READY").get("dryRun").asBoolean()).isTrue();

        var refused = program.json("POST", path + "/commit", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("imports.refused.dryRun");
    }

    @Test
    void whatIsNoUploadIsRefusedWithoutHarm() {
        assertThat(upload(part("other", "a.csv", FILE)).statusCode()).isEqualTo(400);
        assertThat(upload(part("dryRun", null, "perhaps") + part("file", "a.csv", FILE))
                        .statusCode())
                .isEqualTo(400);
        assertThat(program.json("POST", "/api/v1/imports", "{}").statusCode()).isEqualTo(415);
        assertThat(send("multipart/form-data", "nothing").statusCode()).isEqualTo(400);
        assertThat(send("multipart/form-data; boundary=x", "--x\r\nno end").statusCode())
                .isEqualTo(400);
        var path = upload(part("file", "../../etc/passwd", "%PDF-1.7"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var failed = until(path, "FAILED");
        assertThat(failed.get("fileName").asString()).isEqualTo("passwd");
        assertThat(failed.get("failure").asString()).contains("CSV");
    }

    private static String counts(JsonNode node) {
        return "%d rows, %d created, %d updated, %d unchanged, %d rejected, %d customers"
                .formatted(
                        node.get("rows").asLong(),
                        node.get("created").asLong(),
                        node.get("updated").asLong(),
                        node.get("unchanged").asLong(),
                        node.get("rejected").asLong(),
                        node.get("customersCreated").asLong());
    }

    private static String part(String name, @org.jspecify.annotations.Nullable String file, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(name, file == null ? "" : "; filename=\"" + file + "\"", content);
    }

    private HttpResponse<String> upload(String parts) {
        return send("multipart/form-data; boundary=x", parts + "--x--\r\n");
    }

    private HttpResponse<String> send(String type, String body) {
        return program.send("POST", "/api/v1/imports", BodyPublishers.ofString(body), Map.of("Content-Type", type));
    }

    private JsonNode until(String path, String state) {
        world.untilQuiet();
        var node = json(program.get(path));
        assertThat(node.get("state").asString()).as(node.toString()).isEqualTo(state);
        return node;
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
