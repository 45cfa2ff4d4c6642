package com.duemate.platform.reminders.shards;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Some worker processes over the database of this test run. */
final class Workers implements AutoCloseable {

    private static final Path DIRECTORY = Path.of("target/workers").toAbsolutePath();

    private final List<Process> processes = new ArrayList<>();

    Workers(int count, Map<String, String> settings) throws IOException {
        Files.createDirectories(DIRECTORY);
        for (int i = 0; i < count; i++) {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-Xmx384m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    WorkerProcess.class.getName()));
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            processes.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log(i).toFile())
                    .start());
        }
    }

    /** Whom it is in the table of shards; empty until it is ready. */
    Optional<UUID> id(int worker) {
        try (var lines = Files.lines(log(worker))) {
            if (!processes.get(worker).isAlive()) {
                throw new IllegalStateException("worker " + worker + " ended; see " + log(worker));
            }
            return lines.filter(line -> line.startsWith(WorkerProcess.READY))
                    .map(line -> UUID.fromString(
                            line.substring(WorkerProcess.READY.length()).strip()))
                    .findFirst();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void setClocks(Instant now) {
        for (var process : processes) {
            new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8).println(now);
        }
    }

    /** SIGKILL. */
    void kill(int worker) throws InterruptedException {
        processes.get(worker).destroyForcibly().waitFor();
    }

    /** @param signal such as STOP */
    void signal(int worker, String signal) throws IOException, InterruptedException {
        var pid = Long.toString(processes.get(worker).pid());
        int answer = new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
        if (answer != 0) {
            throw new IllegalStateException("no process " + pid);
        }
    }

    private static Path log(int worker) {
        return DIRECTORY.resolve(worker + ".log");
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        for (var process : processes) {
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
