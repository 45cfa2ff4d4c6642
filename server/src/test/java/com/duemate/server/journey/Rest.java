package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST v1 as a program uses it, with one tenant's key. */
final class Rest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PackagedServer server;
    private final String key;

    Rest(PackagedServer server, String key) {
        this.server = server;
        this.key = key;
    }

    JsonNode get(String path) {
        var answer = send(request(path).GET());
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    PackagedServer.Answer post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    PackagedServer.Answer put(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Uploads, waits for READY, and answers the import. */
    JsonNode stage(String fileName, String content, boolean dryRun) {
        return await(upload(fileName, content, dryRun), "READY");
    }

    /** @return the id of the import */
    String upload(String fileName, String content, boolean dryRun) {
        var boundary = UUID.randomUUID().toString();
        var body = "--%s\r\nContent-Disposition: form-data; name=\"dryRun\"\r\n\r\n%s\r\n--%s\r\n"
                        .formatted(boundary, dryRun, boundary)
                + "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(fileName, content, boundary);
        var answer = send(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).isPresent();
        return answer.json().get("id").asString();
    }

    JsonNode commit(String id) {
        assertThat(post("/api/v1/imports/" + id + "/commit", Map.of()).status()).isLessThan(300);
        return await(id, "COMMITTED");
    }

    JsonNode undo(String id) {
        assertThat(post("/api/v1/imports/" + id + "/undo", Map.of()).status()).isLessThan(300);
        return await(id, "UNDONE");
    }

    private JsonNode await(String id, String state) {
        for (int i = 0; i < 600; i++) {
            var now = get("/api/v1/imports/" + id);
            if (now.get("state").asString().equals(state)) {
                return now;
            }
            assertThat(now.get("state").asString()).as(now.toString()).isNotEqualTo("FAILED");
            PackagedServer.sleep(200);
        }
        throw new AssertionError("import " + id + " did not become " + state);
    }

    private HttpRequest.Builder request(String path) {
        return server.request("localhost", path, key);
    }

    /** Waits as long as it is told to when it asks too much. */
    private PackagedServer.Answer send(HttpRequest.Builder request) {
        var answer = server.send(request.build());
        while (answer.status() == 429) {
            PackagedServer.sleep(
                    1_000 * answer.headers().firstValueAsLong("Retry-After").orElseThrow());
            answer = server.send(request.build());
        }
        return answer;
    }

    /** All pages of a list. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var separator = path.contains("?") ? "&" : "?";
        String cursor = null;
        do {
            var page = get(path + separator + "limit=200" + (cursor == null ? "" : "&cursor=" + cursor));
            page.get("items").forEach(items::add);
            cursor = page.get("next").isNull() ? null : page.get("next").asString();
        } while (cursor != null);
        return items;
    }

    /** Walks the clock and waits until all is quiet. */
    void advance(String period) {
        var answer = put("/api/dev/clock", Map.of("advance", period));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        for (int i = 0; i < 1_500; i++) {
            if (get("/api/dev/clock").get("quiet").asBoolean()) {
                return;
            }
            PackagedServer.sleep(200);
        }
        throw new AssertionError("the walk did not end");
    }
}
