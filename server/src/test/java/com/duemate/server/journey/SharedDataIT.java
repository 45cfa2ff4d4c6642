package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Real invoices over REST into the first demo tenant. Skipped, with a message, where the sample is not beside the tree. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedDataIT {

    private static final long SAMPLE_CENTS = 14_770_318;
    private static @Nullable Path data;

    @BeforeAll
    static void findData() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                data = at.resolve("shared/data");
                break;
            }
        }
        assumeTrue(data != null, "no shared/data beside the tree: the sample of invoices is not imported");
    }

    @Test
    @Order(1)
    void importsTheSampleToTheCentOnceAndTakesItBack() throws IOException {
        var server = PackagedServer.shared();
        var tenant = server.demo().get("tenants").get(0);
        var rest = new Rest(server, tenant.get("apiKey").asString());
        var before = rest.all("/api/v1/invoices").size();
        var customersBefore = rest.all("/api/v1/customers").size();
        var file = Files.readString(file("ibm-accounts-receivable.csv"));

        var started = System.nanoTime();
        var staged = rest.stage("ibm.csv", file, false);
        var done = rest.commit(staged.get("id").asString());
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "imported %d rows in %.1f s, %.0f rows/s%n", done.get("rows").asInt(), seconds, 2466 / seconds);

        assertThat(done.get("created").asInt()).isEqualTo(2_466);
        assertThat(done.get("customersCreated").asInt()).isEqualTo(100);
        assertThat(done.get("rejected").asInt()).isZero();
        var numbers = numbers(file);
        var imported = rest.all("/api/v1/invoices?status=PAID").stream()
                .filter(invoice -> numbers.contains(invoice.get("number").asString()))
                .toList();
        assertThat(imported).hasSize(2_466);
        assertThat(imported.stream()
                        .mapToLong(i -> i.get("total").get("amount").asLong())
                        .sum())
                .isEqualTo(SAMPLE_CENTS);

        var again = rest.stage("ibm.csv", file, false);
        assertThat(again.get("unchanged").asInt()).isEqualTo(2_466);
        var nothing = rest.commit(again.get("id").asString());
        assertThat(nothing.get("created").asInt() + nothing.get("updated").asInt())
                .isZero();
        assertThat(nothing.get("customersCreated").asInt()).isZero();

        rest.undo(staged.get("id").asString());
        var left = rest.all("/api/v1/invoices");
        assertThat(left).hasSize(before);
        assertThat(left).noneMatch(i -> numbers.contains(i.get("number").asString()));
        assertThat(rest.all("/api/v1/customers")).hasSize(customersBefore);
    }

    @Test
    @Order(2)
    void chasesTheOpenVariantForSixtyDaysPolitely() throws Exception {
        var server = PackagedServer.shared();
        var rest = new Rest(
                server, server.demo().get("tenants").get(0).get("apiKey").asString());
        var today = LocalDate.ofInstant(
                Instant.parse(rest.get("/api/dev/clock").get("now").asString()), ZoneId.of("Europe/Lisbon"));
        var file = OpenVariant.of(file("ibm-accounts-receivable.csv"), today, LocalDate.of(2013, 6, 30));
        var staged = rest.stage("open.csv", file, false);
        rest.commit(staged.get("id").asString());
        var numbers = numbers(file);
        var messagesBefore = ids(rest.all("/api/v1/messages"));
        var mine = rest.all("/api/v1/invoices?status=OPEN").stream()
                .filter(i -> numbers.contains(i.get("number").asString()))
                .toList();
        assertThat(mine).hasSize(84);

        var started = System.nanoTime();
        rest.advance("P60D");
        System.out.printf("60 days walked in %.1f s%n", (System.nanoTime() - started) / 1e9);

        var messages = rest.all("/api/v1/messages").stream()
                .filter(m -> !messagesBefore.contains(m.get("id").asString()))
                .filter(m -> m.get("kind").asString().equals("reminder"))
                .toList();
        var perDay = new HashMap<String, Integer>();
        for (var message : messages) {
            var day =
                    LocalDate.ofInstant(Instant.parse(message.get("queuedAt").asString()), ZoneId.of("Europe/Lisbon"));
            perDay.merge(message.get("customerId").asString() + " " + day, 1, Integer::sum);
        }
        assertThat(messages).isNotEmpty();
        var reminded = new HashSet<String>();
        messages.forEach(message -> message.get("about").forEach(id -> reminded.add(id.asString())));
        var paidBefore = rest.all("/api/v1/invoices?status=PAID").stream()
                .filter(i -> numbers.contains(i.get("number").asString()))
                .toList();
        assertThat(paidBefore).hasSizeGreaterThan(1_000);
        assertThat(paidBefore).noneMatch(i -> reminded.contains(i.get("id").asString()));
        var debtors = new HashSet<String>();
        mine.forEach(i -> debtors.add(i.get("customerId").asString()));
        var written = new HashSet<String>();
        messages.forEach(message -> written.add(message.get("customerId").asString()));
        assertThat(written).containsAll(debtors);
        assertThat(perDay.values()).allMatch(count -> count == 1);

        int decisions = 0;
        var now = Instant.parse(rest.get("/api/dev/clock").get("now").asString());
        for (var invoice : mine) {
            var reminders = rest.get("/api/v1/invoices/" + invoice.get("id").asString() + "/reminders");
            var weighed = new HashSet<String>();
            // Whatever was weighed was decided; what is not decided lies ahead.
            for (var step : reminders.get("plan")) {
                var undecided =
                        List.of("PLANNED", "WAITING").contains(step.get("state").asString());
                assertThat(undecided && Instant.parse(step.get("at").asString()).isBefore(now))
                        .as(reminders.toString())
                        .isFalse();
            }
            for (var decision : reminders.get("decisions")) {
                assertThat(weighed.add(decision.get("cycle") + "/" + decision.get("position")))
                        .as("one decision a step: " + reminders)
                        .isTrue();
                decisions++;
            }
        }
        assertThat(decisions).isGreaterThan(84);
        System.out.printf(
                "%d messages, %d decisions, %d invoices, %d customers%n",
                messages.size(), decisions, mine.size(), written.size());
    }

    private static HashSet<String> numbers(String file) {
        var lines = file.lines().toList();
        int column = List.of(lines.getFirst().split(",")).indexOf("invoiceNumber");
        var numbers = new HashSet<String>();
        lines.stream().skip(1).forEach(line -> numbers.add(line.split(",")[column]));
        return numbers;
    }

    private static HashSet<String> ids(List<JsonNode> items) {
        var ids = new HashSet<String>();
        items.forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    private static Path file(String name) {
        return java.util.Objects.requireNonNull(data).resolve(name);
    }
}
