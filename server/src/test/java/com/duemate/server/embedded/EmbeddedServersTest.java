package com.duemate.server.embedded;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.server.embedded.EmbeddedServersUnavailable.DirectoryLocked;
import com.duemate.server.embedded.EmbeddedServersUnavailable.DirectoryNotWritable;
import com.duemate.server.embedded.EmbeddedServersUnavailable.StartFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    /** Unpacked once for all tests. */
    private static final Path PROGRAMS = Path.of("target", "embedded-programs").toAbsolutePath();

    @Test
    void startsDurableAndKeepsWhatWasWrittenOverRestart(@TempDir Path temporary) throws Exception {
        var directory = temporary.resolve("a data directory");
        try (var servers = EmbeddedServers.start(directory, PROGRAMS)) {
            try (var owner = connect(servers, DatabaseLogin.OWNER)) {
                assertThat(List.of(
                                show(owner, "fsync"),
                                show(owner, "synchronous_commit"),
                                show(owner, "full_page_writes"),
                                show(owner, "data_checksums"),
                                show(owner, "password_encryption"),
                                show(owner, "server_encoding"),
                                show(owner, "listen_addresses")))
                        .containsExactly("on", "on", "on", "on", "scram-sha-256", "UTF8", "127.0.0.1");
                assertThat(ask(owner, "select lower('ÄÖÜ')")).containsExactly("äöü");
                writeRow(owner);
            }
            assertThat(directory.resolve("log/postgres.log"))
                    .content()
                    .contains("listening on IPv4 address \"127.0.0.1\"")
                    .doesNotContain("listening on IPv6", "listening on Unix socket");
            assertThat(redis(servers.redisUrl(), "SET kept yes", "CONFIG GET appendonly"))
                    .contains("+OK", "appendonly", "yes");
        }
        assertThat(running(directory)).isEmpty();

        try (var servers = EmbeddedServers.start(directory, PROGRAMS);
                var owner = connect(servers, DatabaseLogin.OWNER)) {
            assertThat(rows(owner)).containsExactly("kept");
            assertThat(redis(servers.redisUrl(), "GET kept")).contains("yes");
        }
    }

    @Test
    void makesLoginsThatCannotSeePastRowSecurity(@TempDir Path temporary) throws Exception {
        try (var servers = EmbeddedServers.start(temporary, PROGRAMS)) {
            try (var owner = connect(servers, DatabaseLogin.OWNER)) {
                assertThat(ask(owner, """
                                select rolname || ' ' || rolcanlogin || ' ' ||
                                    (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                                from pg_roles where rolname like 'duemate%' order by rolname"""))
                        .containsExactly(
                                "duemate_customer true false",
                                "duemate_door true false",
                                "duemate_engine true false",
                                "duemate_owner true false",
                                "duemate_resolver false false",
                                "duemate_staff true false",
                                "duemate_tenant true false");
                assertThat(ask(owner, """
                                select m.member::regrole || ' in ' || m.roleid::regrole || ' inherit ' || inherit_option || ' set ' || set_option
                                    || ' admin ' || admin_option
                                from pg_auth_members m where m.member::regrole::text like 'duemate%'"""))
                        .containsExactly("duemate_owner in duemate_resolver inherit false set true admin false");
                assertThat(ask(owner, "select pg_get_userbyid(datdba) from pg_database where datname = 'duemate'"))
                        .containsExactly("duemate_owner");
                owner.createStatement().execute("create schema made_by_owner");
            }
            var settings = new TreeMap<>(servers.settings());
            assertThat(settings.remove("duemate.redis.url"))
                    .startsWith("redis://:")
                    .contains("@127.0.0.1:");
            assertThat(settings)
                    .hasSize(DatabaseLogin.values().length * 3)
                    .containsEntry("duemate.scope.door.url", servers.jdbcUrl())
                    .containsEntry("duemate.scope.door.username", "duemate_door");
            for (var login : DatabaseLogin.values()) {
                try (var connection = connect(servers, login)) {
                    assertThat(ask(connection, "select current_user::text")).containsExactly(login.username());
                    if (login != DatabaseLogin.OWNER) {
                        assertThatThrownBy(() -> connection.createStatement().execute("create schema not_mine"))
                                .hasMessageContaining("permission denied");
                        assertThatThrownBy(() -> connection.createStatement().execute("create temp table mine (a int)"))
                                .hasMessageContaining("permission denied");
                        assertThatThrownBy(() -> connection.createStatement().execute("set role duemate_owner"))
                                .hasMessageContaining("permission denied");
                    }
                }
            }
            assertThatThrownBy(() -> DriverManager.getConnection(servers.jdbcUrl(), "duemate_owner", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(redis(
                            "redis://:guess@127.0.0.1:"
                                    + URI.create(servers.redisUrl()).getPort(),
                            "GET kept"))
                    .allMatch(line -> line.startsWith("-"));
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(temporary.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void leavesOneOfEachAfterItsHolderWasKilled(@TempDir Path temporary) throws Exception {
        var holder = startHolder(temporary);
        try (var lines = holder.inputReader()) {
            var url = requireNonNull(lines.readLine());
            assertThatThrownBy(() -> EmbeddedServers.start(temporary, PROGRAMS))
                    .isInstanceOf(DirectoryLocked.class)
                    .hasMessageContaining("process " + holder.pid())
                    .hasMessageContaining(temporary.toRealPath().toString());
            var secrets = Secrets.in(DataDirectory.open(temporary));
            try (var owner = DriverManager.getConnection(url, "duemate_owner", secrets.of(DatabaseLogin.OWNER))) {
                writeRow(owner);
            }
        } finally {
            holder.destroyForcibly().waitFor();
        }
        var orphans = running(temporary);
        assertThat(orphans).hasSize(2);

        try (var servers = EmbeddedServers.start(temporary, PROGRAMS);
                var owner = connect(servers, DatabaseLogin.OWNER)) {
            assertThat(running(temporary)).hasSize(2).doesNotContainAnyElementsOf(orphans);
            assertThat(orphans).noneMatch(Leftovers::runs);
            assertThat(rows(owner)).containsExactly("kept");
        }
        assertThat(running(temporary)).isEmpty();
    }

    @Test
    void startsAfterRebootGaveTheOldProcessNumberToAnotherProgram(@TempDir Path temporary) throws Exception {
        EmbeddedServers.start(temporary, PROGRAMS).close();
        var pidFile = DataDirectory.open(temporary).postgres().resolve("postmaster.pid");
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile, other.pid() + "\n" + pidFile.getParent() + "\n1\n5432\n\n\n");
            try (var servers = EmbeddedServers.start(temporary, PROGRAMS);
                    var owner = connect(servers, DatabaseLogin.OWNER)) {
                assertThat(ask(owner, "select 1")).containsExactly("1");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void refusesADirectoryThatThisProcessHoldsAndTakesItOnceItIsFree(@TempDir Path temporary) {
        var directory = DataDirectory.open(temporary);
        try (var held = DirectoryLock.take(directory)) {
            assertThatThrownBy(() -> EmbeddedServers.start(temporary, PROGRAMS)).isInstanceOf(DirectoryLocked.class);
            held.close();
            DirectoryLock.take(directory).close();
        }
    }

    @Test
    void saysWhatToDoWhenItsFilesAreUnfit(@TempDir Path temporary) throws Exception {
        var file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedServers.start(file.resolve("data"), PROGRAMS))
                .isInstanceOf(DirectoryNotWritable.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("\n");

        var lost = temporary.resolve("lost");
        Files.createDirectories(lost.resolve("postgres/18"));
        assertThatThrownBy(() -> EmbeddedServers.start(lost, PROGRAMS))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("secrets.properties is missing");

        Files.writeString(lost.resolve("secrets.properties"), "");
        assertThatThrownBy(() -> EmbeddedServers.start(lost, PROGRAMS))
                .isInstanceOf(StartFailed.class)
                .hasMessageStartingWith("PostgreSQL did not start: ")
                .hasMessageContaining("postgres.log")
                .hasMessageNotContaining("\n");
        assertThat(running(lost)).isEmpty();
    }

    private static Process startHolder(Path temporary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingServers.class.getName(),
                        temporary.toString(),
                        PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<ProcessHandle> running(Path data) throws IOException {
        var directory = new DataDirectory(data.toRealPath());
        var all = new ArrayList<>(Leftovers.find("postgres", directory.postgres()));
        all.addAll(Leftovers.find("redis-server", directory.redis().resolve("redis.conf")));
        return all;
    }

    private static Connection connect(EmbeddedServers servers, DatabaseLogin login) throws SQLException {
        var settings = servers.settings();
        return DriverManager.getConnection(
                servers.jdbcUrl(), login.username(), settings.get("duemate.scope." + login.plane() + ".password"));
    }

    private static void writeRow(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("create table probe (a text)");
            statement.execute("insert into probe values ('kept')");
        }
    }

    private static List<String> rows(Connection owner) throws SQLException {
        return ask(owner, "select a from probe");
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return ask(connection, "show " + setting).getFirst();
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (row.next()) {
                answers.add(row.getString(1));
            }
            return answers;
        }
    }

    private static List<String> redis(String url, String... commands) throws IOException {
        var address = URI.create(url);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5_000);
            var text = "AUTH %s\r\n%s\r\nQUIT\r\n"
                    .formatted(address.getUserInfo().substring(1), String.join("\r\n", commands));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            return answers.subList(0, answers.size() - 1);
        }
    }
}
