package com.duemate.platform.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** One real PostgreSQL for a test run, with the logins of the planes. Not durable: never measure on it. */
public final class TestPostgres {

    private static final TestPostgres SHARED = new TestPostgres();

    private final EmbeddedPostgres server;

    private TestPostgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            try (var admin = asSuperuser("postgres");
                    var statement = admin.createStatement()) {
                provision(statement);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestPostgres shared() {
        return SHARED;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/duemate".formatted(server.getPort());
    }

    /** A connection as one of the runtime logins, or as the owner; for looking at the catalog and for sabotage. */
    public Connection as(String login) throws SQLException {
        return DriverManager.getConnection(url(), login, "test");
    }

    /** Ends backends and looks into the catalog; never used for a test's own reads. */
    public Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database), "postgres", "");
    }

    /** Makes the database and its logins, as a superuser. */
    public static void provision(Statement statement) throws SQLException, IOException {
        statement.execute("create database duemate");
        for (var sql : provisioning().split(";\\s*\n")) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
    }

    private static String provisioning() throws IOException {
        try (var in = TestPostgres.class.getResourceAsStream("/db/provision/logins.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\$\\{[a-z]+}", "'test'");
        }
    }
}
