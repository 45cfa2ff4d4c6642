package com.duemate.platform.testkit;

import com.duemate.platform.scope.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of a test's own, migrated, that may be stopped hard and started again on the same data. A commit it answered is with
 * the operating system, and so outlives every death of a process.
 */
public final class OwnPostgres implements AutoCloseable {

    private static final List<String> LEASED = List.of(
            "messaging.outbox",
            "notifications.message",
            "imports.import",
            "payments.pending",
            "reminders.turn",
            "reminders.shard",
            "reminders.worker");

    /** For how long what is claimed is the claimant's. */
    private static final Map<String, Duration> CLAIMS = Map.of(
            "messaging.outbox", Duration.ofSeconds(60),
            "notifications.message", Duration.ofSeconds(120),
            "reminders.turn", Duration.ofSeconds(60));

    private static final String WAITS_FOR_ITS_LANE = """
            update notifications.message set ready_at = ready_at - interval '5 minutes'
            where waiting and ready_at > clock_timestamp()""";

    private final Path data;
    private final int port = FreePorts.next();
    private EmbeddedPostgres server;

    public OwnPostgres(Path data) throws IOException, SQLException {
        this.data = data.toAbsolutePath();
        Files.createDirectories(this.data.getParent());
        if (Files.exists(this.data)) {
            try (var files = Files.walk(this.data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        server = launch();
        try (var admin = superuser("postgres");
                var statement = admin.createStatement()) {
            TestPostgres.provision(statement);
        }
        Schema.migrate(url(), "duemate_owner", "test");
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "200")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/duemate".formatted(port);
    }

    /** @param signal that ends the server without a goodbye: QUIT or KILL */
    public void stopHard(String signal) throws IOException, InterruptedException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var backends = postmaster.descendants().toList();
        new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
        for (var end = System.nanoTime() + 20_000_000_000L;
                postmaster.isAlive() || backends.stream().anyMatch(ProcessHandle::isAlive); ) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL did not end by " + signal);
            }
            Thread.sleep(20);
        }
        server.close();
    }

    public void startAgain() throws IOException {
        server = launch();
    }

    /** Minutes in a moment: what a process that is gone had claimed is anybody's again. */
    public void letLeasesRunOut() throws SQLException {
        try (var superuser = superuser("duemate");
                var statement = superuser.createStatement()) {
            for (var table : LEASED) {
                statement.execute(
                        "update %s set leased_until = leased_until - interval '5 minutes' where leased_until > clock_timestamp()"
                                .formatted(table));
            }
            statement.execute(WAITS_FOR_ITS_LANE);
        }
    }

    /** Minutes in a moment, but only for what was claimed that long ago and is claimed still: whoever works goes on. */
    public void letOldClaimsRunOut(Duration age) throws SQLException {
        try (var superuser = superuser("duemate");
                var statement = superuser.createStatement()) {
            for (var claim : CLAIMS.entrySet()) {
                statement.execute("""
                                update %s set leased_until = leased_until - interval '5 minutes'
                                where leased_until between clock_timestamp()
                                  and clock_timestamp() + interval '%d seconds'""".formatted(
                                claim.getKey(), claim.getValue().minus(age).toSeconds()));
            }
            statement.execute(WAITS_FOR_ITS_LANE);
        }
    }

    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
