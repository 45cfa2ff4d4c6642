package com.duemate.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * One postmaster over one data directory, durable, on loopback without a Unix socket.
 *
 * <p>{@code pg_ctl} starts it in a session of its own, so that Ctrl-C in a terminal reaches this process alone, which then stops
 * the server after its last client.
 */
final class PostgresServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String PROGRAM = "postgres";
    private static final String PID_FILE = "postmaster.pid";

    private final Path home;
    private final Path data;
    private final List<String> prefix;
    private int port;

    private PostgresServer(Path home, Path data, List<String> prefix) {
        this.home = home;
        this.data = data;
        this.prefix = prefix;
    }

    static PostgresServer start(DataDirectory directory, Machine machine, Path binaries, Secrets secrets)
            throws IOException {
        var prefix = machine.asOrdinaryUser();
        var home = Binaries.postgres(machine, binaries);
        var server = new PostgresServer(home, directory.postgres(), prefix);
        if (Files.exists(server.data)) {
            server.stopLeftover();
        } else {
            server.initialise(directory, secrets);
        }
        server.startOnFreePort(directory);
        try {
            Provisioning.run(server.port, secrets, directory);
        } catch (RuntimeException | IOException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Makes the cluster beside its place and moves it there when it is whole. */
    private void initialise(DataDirectory directory, Secrets secrets) throws IOException {
        var log = ServerLog.fromNow(directory.logs().resolve("postgres.log"), "PostgreSQL");
        var fresh = data.resolveSibling(data.getFileName() + ".new");
        var password = directory.root().resolve("superuser.new");
        Leftovers.kill(Leftovers.find("initdb", fresh));
        Tree.delete(fresh);
        DataDirectory.createPrivate(directory.root().resolve("postgres"));
        Secrets.writePrivately(password, secrets.ofSuperuser());
        try {
            var made = pg("initdb", "-D", fresh.toString(), "-U", "postgres", "--pwfile", password.toString())
                    .and("-A", "scram-sha-256", "-E", "UTF8", "--locale", "C")
                    .and("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8")
                    .run(START);
            if (!made.succeeded()) {
                log.append(made.output());
                throw log.fault(directory);
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startOnFreePort(DataDirectory directory) throws IOException {
        for (var attempt = 1; ; attempt++) {
            port = FreePort.next();
            var log = ServerLog.fromNow(directory.logs().resolve("postgres.log"), "PostgreSQL");
            Files.writeString(data.resolve("postgresql.conf"), PostgresSettings.text(port));
            var started = pg(
                            "pg_ctl",
                            "start",
                            "-D",
                            data.toString(),
                            "-l",
                            log.file().toString())
                    .and("-w", "-t", Long.toString(START.toSeconds()))
                    .run(START.plusSeconds(10));
            if (started.succeeded()) {
                return;
            }
            var another = log.says("postmaster.pid\" already exists");
            if (attempt == FreePort.TRIES || !(another || log.says(ServerLog.PORT_TAKEN))) {
                log.append(started.output());
                throw log.fault(directory);
            }
            if (another) {
                // A killed predecessor's start came through in this moment.
                stopLeftover();
            }
        }
    }

    private void stopLeftover() throws IOException {
        var leftovers = Leftovers.find(PROGRAM, data);
        if (!leftovers.isEmpty()) {
            stop();
            if (!Leftovers.awaitEnd(leftovers, STOP)) {
                Leftovers.kill(leftovers);
                Files.deleteIfExists(data.resolve(PID_FILE));
            }
        }
        dropForeignPidFile();
    }

    /**
     * After a reboot the number in {@code postmaster.pid} may belong to any program, and PostgreSQL would refuse to start because
     * of it. The file goes only when that program can be seen to be another one.
     */
    private void dropForeignPidFile() throws IOException {
        var file = data.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return;
        }
        try (var lines = Files.lines(file)) {
            var foreign = lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().arguments().isPresent())
                    .isPresent();
            if (foreign && Leftovers.find(PROGRAM, data).isEmpty()) {
                Files.delete(file);
            }
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Provisioning.DATABASE);
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rolls back what runs, writes a checkpoint and ends; does nothing where no server runs. */
    private void stop() throws IOException {
        pg("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", Long.toString(STOP.toSeconds()))
                .run(STOP.plusSeconds(10));
    }

    private Command pg(String program, String... arguments) {
        return Command.of(prefix, List.of(home.resolve("bin").resolve(program).toString()))
                .and(arguments);
    }
}
