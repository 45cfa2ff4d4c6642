package com.duemate.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.duemate.platform.testkit.FreePorts;
import com.duemate.platform.testkit.ReminderAudit;
import com.duemate.platform.testkit.ReminderAudit.Listed;
import com.duemate.platform.testkit.TestPulsar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/**
 * Two and three workers over real Redis and real Pulsar while reminders fall due one after the other, and every fault around them:
 * the mail server got each once, or a person is told that nobody knows.
 */
class FaultsTest {

    private static final Instant MORNING = Instant.parse("2026-03-03T10:00:00Z");

    /**
     * Until the slowest clock is past the hour that the fastest shows: news wakes a customer at the hour of whoever hears it, and a
     * clock that stands still there would never come to it.
     */
    private static final Duration LATER = Duration.ofHours(4);

    private static final int ROUNDS = Boolean.getBoolean("duemate.nightly") ? 8 : 1;
    private static final long SEED = Long.getLong("duemate.crash.seed", 20_260_303L);
    private static final Path DIRECTORY = Path.of("target/faults").toAbsolutePath();

    private final Random random = new Random(SEED);
    private final List<Child> workers = new ArrayList<>();
    private final Set<String> cutOff = new HashSet<>();
    private int launched;

    @Test
    void nothingIsLostOrSentTwiceWhateverGoesDown() throws Exception {
        var pulsar = CompletableFuture.runAsync(FaultsTest::startPulsar);
        var redis = new RedisServer(FreePorts.next());
        redis.start();
        try (var ground = new Ground(DIRECTORY, Duration.ofMillis(60))) {
            pulsar.join();
            var fleet = new Fleet(DIRECTORY, ground.postgres(), ground.sink().port())
                    .with(Map.of(
                            "duemate.redis.url",
                                    "redis://127.0.0.1:" + redis.ports().getFirst(),
                            "duemate.pulsar.url", TestPulsar.url(),
                            "duemate.pulsar.topic", "persistent://public/default/faults",
                            "duemate.reminders.shards.lease", "4s",
                            "duemate.reminders.shards.beat", "1s"));
            try (var office = fleet.office()) {
                for (int i = 0; i < 3; i++) {
                    launch(fleet);
                }
                var tenants = new ArrayList<String>();
                office.ask("clock " + MORNING);
                for (int i = 0; i < 6; i++) {
                    tenants.add(office.ask("found"));
                }
                for (var worker : workers) {
                    begin(worker);
                }
                workers.get(0).ask("skew PT2H");
                workers.get(1).ask("skew PT-90M");
                var arrivals = new Arrivals(office, tenants);
                for (int round = 0; round < ROUNDS; round++) {
                    go(ground, fleet, arrivals, redis);
                }
                arrivals.close();
                ground.tellCustomersNewsLate();
                untilHeard(ground);
                for (var worker : workers) {
                    worker.ask("skew " + LATER);
                }
                untilQuiet(ground);
                audit(ground, arrivals.addresses());
            } finally {
                workers.forEach(Child::close);
            }
        } finally {
            redis.stop();
            TestPulsar.stop();
        }
    }

    /** With three workers first, and with two once one is dead. */
    private void go(Ground ground, Fleet fleet, Arrivals arrivals, RedisServer redis) throws Exception {
        atWork("Redis forgets");
        flush(redis.ports().getFirst());

        atWork("a worker sleeps beyond its leases");
        var sleeper = workers.get(random.nextInt(workers.size()));
        sleeper.signal("STOP");
        note(ground);
        Thread.sleep(6_000);
        ground.postgres().letOldClaimsRunOut(Duration.ofSeconds(5));
        Thread.sleep(1_500);
        note(ground);
        sleeper.signal("CONT");

        atWork("PostgreSQL stops at once");
        stopPostgres(ground, arrivals, "QUIT");

        atWork("a worker is killed");
        workers.removeFirst().close();
        note(ground);

        atWork("Redis is gone");
        redis.stop();
        atWork("Pulsar is killed, without Redis");
        TestPulsar.kill();
        atWork("Pulsar is still away");
        TestPulsar.startAgain();
        redis.start();

        atWork("PostgreSQL is killed");
        stopPostgres(ground, arrivals, "KILL");

        launch(fleet);
        begin(workers.getLast());
        workers.getLast().ask("skew PT2H");
    }

    private void stopPostgres(Ground ground, Arrivals arrivals, String signal) throws Exception {
        arrivals.pauseAfter(12);
        try {
            Thread.sleep(random.nextInt(400));
            ground.postgres().stopHard(signal);
            Thread.sleep(500 + random.nextInt(1_500));
            ground.postgres().startAgain();
            note(ground);
        } finally {
            arrivals.resume();
        }
    }

    private void launch(Fleet fleet) throws IOException {
        workers.add(fleet.worker("worker-" + launched++, Sabotage.NONE));
    }

    private static void begin(Child worker) {
        worker.ask("clock " + MORNING);
        worker.ask("work");
    }

    private void atWork(String next) throws InterruptedException {
        Thread.sleep(700 + random.nextInt(1_500));
        System.out.printf("%tT %s%n", System.currentTimeMillis(), next);
    }

    /** What was on its way to the mail server when something was cut off may be in doubt, and nothing else. */
    private void note(Ground ground) throws SQLException {
        ground.listed().stream()
                .filter(each -> each.status().equals("SENDING"))
                .map(Listed::address)
                .forEach(cutOff::add);
    }

    private static void untilHeard(Ground ground) throws Exception {
        for (int i = 0; i < 240 && !ground.isNewsHeard(); i++) {
            ground.postgres().letOldClaimsRunOut(Duration.ofSeconds(15));
            Thread.sleep(500);
        }
    }

    private void untilQuiet(Ground ground) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        for (int calm = 0; calm < 3; ) {
            var underWay = ground.underWay(MORNING.plusSeconds(2 * 3_600));
            calm = underWay.isEmpty() ? calm + 1 : 0;
            if (System.nanoTime() > deadline) {
                for (var worker : workers) {
                    worker.signal("QUIT");
                }
                fail("it never gets quiet: %s %s", underWay, ground.leftOvers());
            }
            ground.postgres().letOldClaimsRunOut(Duration.ofSeconds(15));
            Thread.sleep(500);
        }
    }

    private void audit(Ground ground, List<String> due) throws SQLException {
        var listed = ground.listed();
        var received = ground.sink().received();
        var faults = new ArrayList<>(ReminderAudit.faults(due, received, listed, cutOff::contains));
        faults.addAll(ground.leftOvers());
        System.out.printf(
                "%d rounds of faults, seed %d: %d reminders due, %d received, %d in doubt and listed, %d faults%n",
                ROUNDS,
                SEED,
                due.size(),
                received.size(),
                ReminderAudit.inDoubt(listed).size(),
                faults.size());
        assertThat(faults).isEmpty();
        assertThat(received).hasSizeGreaterThan(40);
    }

    private static void flush(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat((char) socket.getInputStream().read()).isEqualTo('+');
        }
    }

    private static void startPulsar() {
        try {
            TestPulsar.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
