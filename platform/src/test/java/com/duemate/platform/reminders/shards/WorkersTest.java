package com.duemate.platform.reminders.shards;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.FreePorts;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.TestPostgres;
import com.duemate.platform.testkit.World;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import redis.embedded.RedisServer;

/** Three worker processes with a backlog: one is killed, one sleeps beyond its lease, Redis forgets; all is decided once. */
@PlatformTest
class WorkersTest {

    private static final Instant NIGHT = Instant.parse("2026-03-03T03:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-03T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-03");
    private static final int TENANTS = 24;
    private static final int CUSTOMERS = 44;

    private static final String DUE_STILL =
            "select count(*) from reminders.scheduled_step where due_at <= '%s'".formatted(MORNING);
    private static final String DECIDED =
            "select count(*) from reminders.decision where decided_at = '%s'".formatted(MORNING);
    private static final String MESSAGES =
            "select count(distinct message_id) from reminders.decision where message_id is not null";
    private static final String TWICE_WRITTEN_TO = """
            select count(*) from (select customer_id from notifications.message where kind = 'reminder'
                                  group by customer_id having count(*) > 1) x""";
    private static final String LOST_OR_DOUBLED = """
            select count(*) from reminders.plan p
            where 5 <> (select count(*) from reminders.decision d where d.invoice_id = p.invoice_id)
                     + (select count(*) from reminders.scheduled_step s where s.invoice_id = p.invoice_id)""";

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    @Qualifier("shardsTicker")
    Ticker ownTicker;

    private final List<TenantId> tenants = new ArrayList<>();
    private RedisServer redis = new RedisServer();

    @BeforeEach
    void aBacklogForTheMorning() throws IOException {
        clock.set(NIGHT);
        for (int i = 0; i < TENANTS; i++) {
            var tenant = world.aTenant();
            tenants.add(tenant);
            for (int n = 0; n < CUSTOMERS; n++) {
                var customer = world.aCustomer(tenant);
                world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(20));
                world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(9));
            }
        }
        world.untilQuiet();
        ownTicker.stop();
        redis = new RedisServer(FreePorts.next());
        redis.start();
    }

    @AfterEach
    void callTheOwnWorkerBack() throws IOException, SQLException {
        redis.stop();
        letLeasesRunOut();
        ownTicker.start();
        clock.set(SettableClock.START);
        world.untilQuiet();
    }

    /** What the killed one had claimed, so that no other test waits for it. */
    private static void letLeasesRunOut() throws SQLException {
        try (var superuser = TestPostgres.shared().asSuperuser("duemate");
                var statement = superuser.createStatement()) {
            for (var table : List.of(
                    "messaging.outbox",
                    "notifications.message",
                    "imports.import",
                    "payments.pending",
                    "reminders.turn",
                    "reminders.shard",
                    "reminders.worker")) {
                statement.execute(
                        "update %s set leased_until = leased_until - interval '5 minutes' where leased_until > clock_timestamp()"
                                .formatted(table));
            }
        }
    }

    @Test
    void decidesEachStepOnceWhileWorkersDieAndSleepAndRedisForgets() throws Exception {
        long backlog = sum(DUE_STILL);
        assertThat(backlog).isGreaterThan(1_000);
        try (var workers = new Workers(3, settings())) {
            within(Duration.ofSeconds(150), () -> spread(workers, 0, 1, 2));
            workers.setClocks(MORNING);
            within(Duration.ofSeconds(30), () -> sum(DECIDED) > 0);
            workers.kill(0);
            workers.signal(1, "STOP");
            flushRedis();
            var died = System.nanoTime();
            var decidedBefore = sum(DECIDED);
            assertThat(decidedBefore).as("they were at it").isLessThan(backlog);

            within(Duration.ofSeconds(15), () -> owned(workers, 2) == Shards.ALL);
            System.out.printf(
                    "%d of %d decided when one was killed and one stopped; all shards with the third after %.1f s%n",
                    decidedBefore, backlog, (System.nanoTime() - died) / 1e9);
            workers.signal(1, "CONT");
            within(Duration.ofSeconds(60), () -> sum(DUE_STILL) == 0);
            within(Duration.ofSeconds(15), () -> spread(workers, 1, 2));
        }
        assertThat(sum(DECIDED)).isEqualTo(backlog);
        assertThat(sum(MESSAGES)).isEqualTo(TENANTS * CUSTOMERS);
        assertThat(sum(TWICE_WRITTEN_TO)).isZero();
        assertThat(sum(LOST_OR_DOUBLED)).isZero();
    }

    /** Those of this server that a worker needs, in a role of its own. */
    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (var plane : List.of("tenant", "engine")) {
            for (var name : List.of("url", "username", "password")) {
                keep(settings, "duemate.scope.%s.%s".formatted(plane, name));
            }
        }
        keep(settings, "duemate.identity.secret-key");
        keep(settings, "duemate.payments.secret-key");
        settings.put("duemate.roles", "worker");
        settings.put("duemate.redis.url", redisUrl());
        settings.put("duemate.reminders.shards.lease", "4s");
        settings.put("duemate.reminders.shards.beat", "1s");
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        return settings;
    }

    private void keep(Map<String, String> settings, String name) {
        settings.put(name, environment.getRequiredProperty(name));
    }

    private String redisUrl() {
        return "redis://127.0.0.1:" + redis.ports().getFirst();
    }

    private void flushRedis() {
        var config = new Config();
        config.useSingleServer().setAddress(redisUrl()).setConnectionMinimumIdleSize(1);
        var client = Redisson.create(config);
        client.getKeys().flushall();
        client.shutdown();
    }

    private boolean spread(Workers workers, int... which) {
        for (int each : which) {
            int owned = owned(workers, each);
            if (owned < Shards.ALL / which.length || owned > Math.ceilDiv(Shards.ALL, which.length)) {
                return false;
            }
        }
        return true;
    }

    private int owned(Workers workers, int which) {
        return workers.id(which).map(this::owned).orElse(0);
    }

    private int owned(UUID worker) {
        return world.inTransaction(
                new Scope.Engine(),
                () -> jdbc.sql("""
                                select count(*) from reminders.shard
                                where worker = ? and leased_until > clock_timestamp()""").param(worker).query(Integer.class).single());
    }

    private long sum(String sql) {
        return tenants.stream()
                .mapToLong(tenant -> world.inTransaction(
                        new Scope.Tenant(tenant),
                        () -> jdbc.sql(sql).query(Long.class).single()))
                .sum();
    }

    private static void within(Duration limit, BooleanSupplier what) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
