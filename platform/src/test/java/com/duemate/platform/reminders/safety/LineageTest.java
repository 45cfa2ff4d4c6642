package com.duemate.platform.reminders.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.scope.Schema;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import redis.embedded.RedisServer;

/** Real clusters that are stopped, copied, moved on and copied back. */
class LineageTest {

    @TempDir
    Path directory = Path.of("");

    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable EmbeddedPostgres cluster;

    @AfterEach
    void stopEverything() throws Exception {
        stop();
        for (var one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void aFreshInstallationSendsAndOneThatGoesOnDoesToo() throws Exception {
        install("data");
        var process = new Watermark();
        assertThat(lineage(process, null).look()).isFalse();
        write();
        assertThat(lineage(process, null).look()).isFalse();
        stop();
        start("data");
        assertThat(lineage(process, null).look()).isFalse();
        assertThat(lineage(new Watermark(), null).look()).isFalse();
        assertThat(held()).isZero();
    }

    @Test
    void filesThatAreCopiedBackAreNoticedByAProcessThatLivedOn() throws Exception {
        install("data");
        var process = new Watermark();
        backUpAndMoveOn(() -> lineage(process, null));

        assertThat(lineage(process, null).look()).isTrue();
        assertThat(held()).isEqualTo(1);
        assertThat(lineage(process, null).look()).as("it is written down once").isFalse();
        assertThat(lineage(new Watermark(), null).look()).isFalse();
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void filesThatAreCopiedBackAreNoticedByWhatRedisRemembers() throws Exception {
        install("data");
        var redis = redis();
        backUpAndMoveOn(() -> lineage(new Watermark(), redis));

        var successor = lineage(new Watermark(), redis);
        assertThat(successor.look()).isTrue();
        assertThat(held()).isEqualTo(1);
        assertThat(number("select last_value from reminders.fence"))
                .as("no fence is drawn twice")
                .isGreaterThanOrEqualTo(1_000);
        release();
        assertThat(lineage(new Watermark(), redis).look()).isFalse();
        assertThat(held()).isZero();
    }

    @Test
    void aDumpThatIsLoadedElsewhereIsNoticedByWhatItSays() throws Exception {
        install("data");
        long system = number("select system from reminders.lineage");
        stop();
        install("other");
        assertThat(number("select system from reminders.lineage")).isNotEqualTo(system);
        asSuperuser("update reminders.lineage set system = " + system);

        assertThat(lineage(new Watermark(), null).look()).isTrue();
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void anotherTimelineIsNoticed() throws Exception {
        install("data");
        asSuperuser("update reminders.lineage set timeline = timeline + 1");
        assertThat(lineage(new Watermark(), null).look()).isTrue();
    }

    /** A backup, then a thousand claims that it does not know of, then the backup again. */
    private void backUpAndMoveOn(Supplier<Lineage> lineage) throws Exception {
        assertThat(lineage.get().look()).isFalse();
        stop();
        copy(directory.resolve("data"), directory.resolve("backup"));
        start("data");
        write();
        assertThat(lineage.get().look()).isFalse();
        Thread.sleep(Duration.ofMillis(500)); // for Redis to take it
        stop();
        start("backup");
    }

    private void write() throws SQLException {
        asSuperuser("select count(nextval('reminders.fence')) from generate_series(1, 1000)");
        asSuperuser("create table if not exists public.noise as select generate_series(1, 1000)");
        asSuperuser("checkpoint");
    }

    private void install(String name) throws Exception {
        start(name);
        try (var admin = running().getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            TestPostgres.provision(statement);
        }
        Schema.migrate(url(), "duemate_owner", "test");
    }

    private void start(String name) throws IOException {
        cluster = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve(name))
                .setCleanDataDirectory(false)
                .start();
    }

    private void stop() throws IOException {
        var running = cluster;
        if (running != null) {
            running.close();
            cluster = null;
        }
    }

    private EmbeddedPostgres running() {
        return java.util.Objects.requireNonNull(cluster);
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/duemate".formatted(running().getPort());
    }

    private Lineage lineage(Watermark process, @Nullable RedissonClient redis) {
        var login = new PGSimpleDataSource();
        login.setUrl(url());
        login.setUser("duemate_engine");
        login.setPassword("test");
        var beans = new StaticListableBeanFactory();
        if (redis != null) {
            beans.addBean("redis", redis);
        }
        ObjectProvider<RedissonClient> provider = beans.getBeanProvider(RedissonClient.class);
        var memory = new LineageMemory(provider);
        memory.await();
        return new Lineage(
                new LineageRows(JdbcClient.create(login), new JdbcTransactionManager(login)),
                memory,
                process,
                new SafetySettings(true, 60, 5_000, 2_000, 100_000, Duration.ofSeconds(1)),
                new SettableClock());
    }

    private RedissonClient redis() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var server = new RedisServer(port);
        server.start();
        open.add(server::stop);
        var config = new Config();
        config.useSingleServer().setAddress("redis://127.0.0.1:" + port);
        var client = Redisson.create(config);
        open.add(client::shutdown);
        return client;
    }

    private long held() throws SQLException {
        return number("select count(*) from reminders.stop where cause = 'RESTORED' and released_at is null");
    }

    private void release() throws SQLException {
        asSuperuser("update reminders.stop set released_at = now(), released_by = 'STAFF'");
    }

    private long number(String question) throws SQLException {
        try (var admin = running().getDatabase("postgres", "duemate").getConnection();
                var statement = admin.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void asSuperuser(String statement) throws SQLException {
        try (var admin = running().getDatabase("postgres", "duemate").getConnection();
                var doing = admin.createStatement()) {
            doing.execute(statement);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    var target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                        target.toFile().setReadable(false, false);
                        target.toFile().setReadable(true, true);
                        target.toFile().setExecutable(false, false);
                        target.toFile().setExecutable(true, true);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
