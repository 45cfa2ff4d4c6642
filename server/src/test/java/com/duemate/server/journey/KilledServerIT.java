package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server is killed again and again while its tenant works; in the end all that was promised is there, once. */
class KilledServerIT {

    private static final long SEED = Long.getLong("duemate.kill.seed", 20_260_302L);
    private static final Map<String, ZoneId> ZONES =
            Map.of("northwind", ZoneId.of("Europe/Lisbon"), "alpwerk", ZoneId.of("Europe/Zurich"));

    // It never lives long enough for the second compiler to pay.
    private final PackagedServer server = PackagedServer.start("killed", "-XX:TieredStopAtLevel=1");
    private final Evidence evidence = new Evidence(server.data());
    private final Random random = new Random(SEED);
    private int deaths;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsWhatItPromisedWhenItIsKilledAtAnyMoment() throws Exception {
        var rest = rest("northwind");
        var today = LocalDate.ofInstant(now(), ZONES.get("northwind"));
        var load = new Load(server, rest, today, SEED);

        PackagedServer.sleep(500 + random.nextInt(1_500));
        die("at work");
        assertThat(load.walk("PT10H")).isTrue();

        dieDuringAWalk(load);
        dieDuringACommit();

        assertThat(load.walk("PT14H")).isTrue();
        PackagedServer.sleep(random.nextInt(1_000));
        die("at work");

        dieDuringAWalk(load);

        load.end();
        rest.advance("P2D");
        audit(rest, load);
    }

    private void dieDuringAWalk(Load load) throws Exception {
        var start = now();
        var walk = CompletableFuture.supplyAsync(() -> load.walk("P2D"));
        var far = start.plus(Duration.ofHours(1 + random.nextInt(40)));
        until(() -> walk.isDone() || now().isAfter(far));
        die("in the middle of a walk");
        walk.join();
        assertThat(now()).as("the walk was under way").isBefore(start.plus(Duration.ofDays(2)));
    }

    private void dieDuringACommit() throws Exception {
        until(() -> evidence.committed() >= 0);
        PackagedServer.sleep(random.nextInt(60));
        die("in the middle of a commit");
    }

    private void die(String when) throws IOException, SQLException, InterruptedException {
        server.kill();
        deaths++;
        System.out.printf("death %d, %s: %s%n", deaths, when, evidence.unfinished());
        boolean committing = evidence.committed() >= 0;
        assertThat(committing || !when.contains("commit"))
                .as("a commit was under way")
                .isTrue();
        evidence.letLeasesRunOut();
        server.startAgain();
        System.out.printf("up again after %.1f s%n", server.startTook().toMillis() / 1e3);
    }

    private Instant now() {
        return Instant.parse(rest("northwind").get("/api/dev/clock").get("now").asString());
    }

    private void audit(Rest rest, Load load) throws IOException, SQLException {
        var faults = new ArrayList<String>();
        var made = Evidence.invoices(rest);
        faults.addAll(Auditor.creates(load.invoices(), made));
        faults.addAll(Auditor.payments(load.paid(), Evidence.payments(rest), Evidence.messages(rest)));
        faults.addAll(Auditor.imports(load.files(), Evidence.imports(rest), made));
        for (var tenant : evidence.tenants()) {
            evidence.brokenChain(tenant).forEach(fault -> faults.add("trail of " + tenant.slug() + ": " + fault));
            faults.addAll(evidence.brokenBooks(tenant));
            var zone = ZONES.get(tenant.slug());
            if (zone != null) {
                var messages = Evidence.messages(rest(tenant.slug()));
                System.out.printf(
                        "%s: %d messages kept back as said%n",
                        tenant.slug(),
                        messages.stream().filter(Auditor.Message::isHeld).count());
                faults.addAll(Auditor.reminders(messages, evidence.decisions(tenant), zone));
            }
            if (tenant.slug().equals("northwind")) {
                var booked = evidence.references(tenant);
                assertThat(booked).doesNotHaveDuplicates().containsAll(load.keys());
            }
        }
        var reminded = new HashSet<String>();
        Evidence.messages(rest).stream()
                .filter(each -> each.kind().equals("reminder"))
                .forEach(each -> reminded.addAll(each.about()));
        System.out.printf(
                "%d deaths; %d invoices asked for, %d unacknowledged; %d payments by hand, %d online; %d files; %d of the invoices reminded of%n",
                deaths,
                load.invoices().size(),
                load.invoices().stream()
                        .filter(each -> each.acknowledged() == null)
                        .count(),
                load.keys().size(),
                load.paid().size(),
                load.files().size(),
                load.invoices().stream()
                        .filter(each -> each.acknowledged() != null && reminded.contains(each.acknowledged()))
                        .count());
        assertThat(faults).isEmpty();
        assertThat(List.of(
                        load.invoices().size(),
                        load.keys().size(),
                        load.paid().size(),
                        load.files().size()))
                .as("there was something to lose")
                .allMatch(count -> count > 0);
        assertThat(reminded).isNotEmpty();
    }

    private Rest rest(String slug) {
        for (var tenant : server.demo().get("tenants")) {
            if (tenant.get("slug").asString().equals(slug)) {
                return new Rest(server, tenant.get("apiKey").asString());
            }
        }
        throw new AssertionError("no tenant " + slug);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it did not happen").isLessThan(deadline);
            PackagedServer.sleep(40);
        }
    }
}
