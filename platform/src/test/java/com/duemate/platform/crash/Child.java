package com.duemate.platform.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Worker} in a process of its own, starting since it was made; what it says besides its answers is kept in a file. */
final class Child implements AutoCloseable {

    private final Process process;
    private final PrintStream in;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private final Path log;
    private boolean ready;

    Child(List<String> jvm, Map<String, String> settings, Path log) throws IOException {
        this.log = log;
        Files.createDirectories(log.toAbsolutePath().getParent());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvm);
        command.add(Worker.class.getName());
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofPlatform().name("child-" + process.pid()).daemon().start(this::listen);
    }

    /** @throws IllegalStateException when it ended instead of answering */
    String ask(String line) {
        untilReady();
        in.println(line);
        return answer();
    }

    /** The points it passed, in order. */
    List<Points.Point> count() {
        var points = new ArrayList<Points.Point>();
        for (var answer = ask("count"); answer.startsWith("point "); answer = answer()) {
            points.add(Points.Point.of(answer.substring("point ".length())));
        }
        return points;
    }

    /** @return whether it died there; else it lived to the end and never came by */
    boolean die(Points.Point point, boolean before) throws InterruptedException {
        untilReady();
        in.println("die " + (before ? "before " : "after ") + point);
        var answer = read();
        if (answer != null) {
            if (answer.startsWith(Worker.FAILED)) {
                throw new IllegalStateException(answer + "; see " + log);
            }
            return false;
        }
        if (process.waitFor() != Points.HALTED) {
            throw new IllegalStateException("it ended by itself with " + process.exitValue() + "; see " + log);
        }
        return true;
    }

    void untilReady() {
        if (!ready) {
            answer();
            ready = true;
        }
    }

    /** Asks it to end and waits until it has. */
    void end(long time, TimeUnit unit) throws InterruptedException {
        in.println("exit");
        read();
        if (!process.waitFor(time, unit)) {
            throw new IllegalStateException("the worker does not end; see " + log);
        }
    }

    /** @param signal such as STOP */
    void signal(String signal) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("no process " + process.pid());
        }
    }

    private String answer() {
        var answer = read();
        if (answer == null) {
            throw new IllegalStateException(
                    "the worker ended with " + process.onExit().join().exitValue() + "; see " + log);
        }
        if (answer.startsWith(Worker.FAILED)) {
            throw new IllegalStateException(answer + "; see " + log);
        }
        return answer;
    }

    /** Null when there will be no more. */
    private @Nullable String read() {
        try {
            return answers.take().orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Also while nobody asks, so that it never waits for somebody to listen. */
    private void listen() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var kept = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(Worker.ANSWER)) {
                    answers.add(Optional.of(line.substring(Worker.ANSWER.length())));
                } else {
                    kept.write(line + "\n");
                    kept.flush();
                }
            }
        } catch (IOException _) {
            // It is gone.
        } finally {
            answers.add(Optional.empty());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
