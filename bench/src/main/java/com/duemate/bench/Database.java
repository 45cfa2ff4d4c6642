package com.duemate.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A PostgreSQL of its own, durable, under the system's temporary folder; closing it deletes all of it. */
final class Database implements AutoCloseable {

    private static final Map<String, String> SETTINGS = new LinkedHashMap<>(Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", Machine.quarterOfMemory() + "MB",
            "max_wal_size", "6GB",
            "checkpoint_timeout", "15min",
            "maintenance_work_mem", "512MB",
            "max_connections", "200"));

    private final Path folder;
    private final EmbeddedPostgres server;

    Database() throws IOException, SQLException {
        folder = Files.createTempDirectory("duemate-bench");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(true);
        SETTINGS.forEach(builder::setServerConfig);
        server = builder.start();
        closeInTheEnd();
        try (var admin = superuser("postgres")) {
            execute(admin, "create database duemate");
            for (var sql : provisioning()) {
                execute(admin, sql);
            }
            System.out.println("PostgreSQL " + text(admin, "show server_version") + ", durable: fsync "
                    + text(admin, "show fsync") + ", synchronous_commit " + text(admin, "show synchronous_commit")
                    + ", full_page_writes " + text(admin, "show full_page_writes") + ", shared_buffers "
                    + text(admin, "show shared_buffers") + ", max_wal_size " + text(admin, "show max_wal_size"));
            if (!text(admin, "show fsync").equals("on")
                    || !text(admin, "show synchronous_commit").equals("on")) {
                throw new IllegalStateException("the database is not durable");
            }
        }
    }

    /** Another database with the same logins. */
    void add(String name) throws SQLException, IOException {
        try (var admin = superuser("postgres")) {
            execute(admin, "create database " + name);
            for (var sql : provisioning()) {
                if (sql.contains("DATABASE duemate")) {
                    execute(admin, sql.replace("DATABASE duemate", "DATABASE " + name));
                }
            }
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    /** What a worker over this database is started with; it migrates. */
    List<String> worker(String database, Map<String, String> more) {
        var settings = new LinkedHashMap<String, String>();
        for (var plane : List.of("owner", "tenant", "engine")) {
            settings.put("duemate.scope.%s.url".formatted(plane), url(database));
            settings.put("duemate.scope.%s.username".formatted(plane), "duemate_" + plane);
            settings.put("duemate.scope.%s.password".formatted(plane), "bench");
        }
        var secret = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));
        settings.put("duemate.identity.secret-key", secret);
        settings.put("duemate.payments.secret-key", secret);
        settings.put("duemate.roles", "worker");
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.main.banner-mode", "off");
        settings.put("logging.level.root", "warn");
        settings.put("logging.level.com.duemate", "error");
        settings.putAll(more);
        var arguments = new ArrayList<String>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /** For a rival: each statement its own transaction unless it says otherwise. */
    HikariDataSource pool(String database, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername("postgres");
        config.setMaximumPoolSize(size);
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static List<String> provisioning() throws IOException {
        try (InputStream in = Database.class.getResourceAsStream("/db/provision/logins.sql")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\$\\{[a-z]+}", "'bench'");
            return List.of(text.split(";\\s*\n")).stream()
                    .filter(sql -> !sql.isBlank())
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Also when it is stopped half-way. */
    private void closeInTheEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                close();
            } catch (IOException e) {
                System.err.println("could not be deleted: " + folder);
            }
        }));
    }
}
