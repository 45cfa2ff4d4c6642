package com.duemate.platform.reminders.shards;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.FreePorts;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import redis.embedded.RedisServer;

/** Several workers over one table of shards; this server's own is out of the way meanwhile. */
@PlatformTest
class ShardKeeperTest {

    private static final Duration LEASE = Duration.ofMillis(1_500);
    private static final Duration BEAT = Duration.ofMillis(300);

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ShardRows rows;

    @Autowired
    @Qualifier("shardsTicker")
    Ticker ownTicker;

    private final List<ShardKeeper> keepers = new ArrayList<>();
    private final List<RedissonClient> clients = new ArrayList<>();

    @BeforeEach
    void sendTheOwnWorkerAway() {
        ownTicker.stop();
        assertThat(free()).isEqualTo(Shards.ALL);
    }

    @AfterEach
    void callItBack() {
        keepers.forEach(keeper -> {
            if (keeper.shardsTicker().isRunning()) {
                keeper.shardsTicker().stop();
            } else {
                keeper.leave();
            }
        });
        clients.forEach(RedissonClient::shutdown);
        ownTicker.start();
        within(Duration.ofSeconds(15), () -> free() == 0);
    }

    @Test
    void aLoneWorkerHasEverythingAtItsFirstBeat() {
        var alone = aWorker();
        alone.beat();
        assertThat(owned(alone)).isEqualTo(Shards.ALL);
    }

    @Test
    void twoAndThreeShareEvenlyWithinAFewBeatsAndEpochsOnlyGrow() {
        var first = aWorker();
        var second = aWorker();
        first.beat();
        var before = epochs();
        rounds(2, first, second);
        assertThat(shares(first, second)).containsExactly(32, 32);

        var third = aWorker();
        rounds(2, first, second, third);
        assertThat(shares(first, second, third)).containsExactly(21, 21, 22);
        assertThat(free()).isZero();
        var after = epochs();
        for (int shard = 0; shard < Shards.ALL; shard++) {
            assertThat(after.get(shard)).isGreaterThanOrEqualTo(before.get(shard));
        }
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void whatADeadWorkerHadIsWithOthersAfterALeaseAndABeat() {
        var first = aWorker();
        var second = aWorker();
        var dead = aWorker();
        rounds(3, first, second, dead);
        var died = System.nanoTime();
        within(Duration.ofSeconds(15), () -> {
            rounds(1, first, second);
            return owned(first) == 32 && owned(second) == 32;
        });
        assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(LEASE.plus(Duration.ofSeconds(3)));
        dead.beat();
        assertThat(owned(dead)).isZero();
    }

    @Test
    void whoStopsGivesBackAtOnce() {
        var stays = aWorker();
        var goes = aWorker();
        rounds(3, stays, goes);
        goes.leave();
        assertThat(free()).isEqualTo(32);
        stays.beat();
        assertThat(owned(stays)).isEqualTo(Shards.ALL);
    }

    @Test
    void aRowThatSomebodyHoldsIsPassedOver() {
        var first = aWorker();
        world.inTransaction(new Scope.Engine(), () -> {
            jdbc.sql("select shard from reminders.shard where shard = 7 for update")
                    .query(Integer.class)
                    .single();
            var elsewhere = Thread.ofVirtual().start(first::beat);
            join(elsewhere);
            return true;
        });
        assertThat(owned(first)).isEqualTo(Shards.ALL - 1);
        first.beat();
        assertThat(owned(first)).isEqualTo(Shards.ALL);
    }

    @Test
    void withoutRedisOneBeatTakesNoLonger() throws IOException {
        var port = FreePorts.next();
        var alone = aWorker(client(port));
        var start = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            alone.beat();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(owned(alone)).isEqualTo(Shards.ALL);
    }

    @Test
    void redisThatCountsTooManyDelaysAndRedisThatForgetsDoesNothing() throws IOException {
        var port = FreePorts.next();
        var server = new RedisServer(port);
        server.start();
        try {
            var redis = client(port);
            var workers = redis.getScoredSortedSet("duemate:reminders:workers", StringCodec.INSTANCE);
            var first = aWorker(redis);
            var second = aWorker(client(port));
            rounds(2, first, second);
            for (int i = 0; i < 200; i++) {
                workers.add(Double.MAX_VALUE, "nobody " + i);
            }
            within(Duration.ofSeconds(10), () -> {
                rounds(1, first, second);
                return first.heardOfWorkers() > 200;
            });
            rows.leave(second.worker());
            first.beat();
            assertThat(owned(first))
                    .as("the others are left for those who are not there")
                    .isEqualTo(32);
            within(Duration.ofSeconds(15), () -> {
                rounds(1, first);
                return owned(first) == Shards.ALL;
            });

            redis.getKeys().flushall();
            within(Duration.ofSeconds(5), () -> {
                rounds(1, first, second);
                return first.heardOfWorkers() <= 2;
            });
            rounds(3, first, second);
            assertThat(shares(first, second)).containsExactly(32, 32);
        } finally {
            server.stop();
        }
    }

    @Test
    void theBellSpreadsShardsBeforeTheNextBeat() throws IOException {
        var port = FreePorts.next();
        var server = new RedisServer(port);
        server.start();
        try {
            var slow = new ShardSettings(Duration.ofSeconds(90), Duration.ofSeconds(30));
            var first = aWorker(client(port), slow);
            var second = aWorker(client(port), slow);
            first.shardsTicker().start();
            within(Duration.ofSeconds(10), () -> first.heardOfWorkers() == 1);
            second.shardsTicker().start();
            within(Duration.ofSeconds(15), () -> owned(first) == 32 && owned(second) == 32);
            second.shardsTicker().stop();
            within(Duration.ofSeconds(15), () -> owned(first) == Shards.ALL);
        } finally {
            server.stop();
        }
    }

    @Test
    void whatItOwnsCanBeSeen() {
        var registry = new SimpleMeterRegistry();
        var alone = aWorker();
        new ShardMeters(alone).bindTo(registry);
        alone.beat();
        assertThat(registry.get("duemate.reminders.shards.owned").gauge().value())
                .isEqualTo(Shards.ALL);
        assertThat(registry.get("duemate.reminders.due.age").timeGauge().value())
                .isNotNegative();
    }

    private ShardKeeper aWorker() {
        return aWorker(null);
    }

    private ShardKeeper aWorker(@Nullable RedissonClient redis) {
        return aWorker(redis, new ShardSettings(LEASE, BEAT));
    }

    private ShardKeeper aWorker(@Nullable RedissonClient redis, ShardSettings settings) {
        var keeper = new ShardKeeper(rows, new RollCall(provider(redis)), settings, clock, _ -> {});
        keepers.add(keeper);
        return keeper;
    }

    private static ObjectProvider<RedissonClient> provider(@Nullable RedissonClient redis) {
        var beans = new StaticListableBeanFactory();
        if (redis != null) {
            beans.addBean("redis", redis);
        }
        return beans.getBeanProvider(RedissonClient.class);
    }

    private RedissonClient client(int port) {
        var config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://127.0.0.1:" + port)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(4)
                .setRetryAttempts(1)
                .setTimeout(2_000);
        var client = Redisson.create(config);
        clients.add(client);
        return client;
    }

    private static void rounds(int count, ShardKeeper... workers) {
        for (int i = 0; i < count; i++) {
            Arrays.stream(workers).forEach(ShardKeeper::beat);
        }
    }

    private List<Integer> shares(ShardKeeper... workers) {
        return Arrays.stream(workers).map(this::owned).sorted().toList();
    }

    private int owned(ShardKeeper keeper) {
        return count("worker = '%s' and leased_until > clock_timestamp()".formatted(keeper.worker()));
    }

    private int free() {
        return count("worker is null or leased_until < clock_timestamp()");
    }

    private int count(String which) {
        return world.inTransaction(
                new Scope.Engine(), () -> jdbc.sql("select count(*) from reminders.shard where " + which)
                        .query(Integer.class)
                        .single());
    }

    private List<Long> epochs() {
        return world.inTransaction(
                new Scope.Engine(), () -> jdbc.sql("select epoch from reminders.shard order by shard")
                        .query(Long.class)
                        .list());
    }

    private static void within(Duration limit, BooleanSupplier what) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(deadline);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
