package com.duemate.platform.testkit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One real Pulsar broker, standalone, from the distribution that the build unpacked. */
public final class TestPulsar {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static @Nullable Process process;
    private static @Nullable Path directory;
    private static @Nullable ProcessBuilder command;
    private static int brokerPort;
    private static int webPort;

    private TestPulsar() {}

    public static String url() {
        return "pulsar://127.0.0.1:" + brokerPort;
    }

    public static synchronized void start() throws IOException, InterruptedException {
        if (process != null) {
            return;
        }
        var home = home();
        brokerPort = FreePorts.next();
        webPort = FreePorts.next();
        directory = Files.createTempDirectory("pulsar");
        var configuration = directory.resolve("standalone.conf");
        var lines = Files.readString(home.resolve("conf/standalone.conf"))
                .replaceAll("(?m)^brokerServicePort=.*$", "brokerServicePort=" + brokerPort)
                .replaceAll("(?m)^webServicePort=.*$", "webServicePort=" + webPort)
                .replaceAll("(?m)^bindAddress=.*$", "bindAddress=127.0.0.1")
                .replaceAll("(?m)^advertisedAddress=.*$", "advertisedAddress=127.0.0.1");
        Files.writeString(configuration, lines);
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/pulsar").toString(),
                        "standalone",
                        "-nfw",
                        "-nss",
                        "-c",
                        configuration.toString(),
                        "--bookkeeper-port",
                        Integer.toString(FreePorts.next()),
                        "--metadata-dir",
                        directory.resolve("metadata").toString(),
                        "--bookkeeper-dir",
                        directory.resolve("bookkeeper").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()));
        builder.environment().put("PULSAR_MEM", "-Xms256m -Xmx512m -XX:MaxDirectMemorySize=512m");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PULSAR_LOG_DIR", directory.toString());
        command = builder;
        launch();
    }

    /** SIGKILL. */
    public static synchronized void kill() {
        end(Objects.requireNonNull(process));
    }

    /** On the same data and the same ports. */
    public static synchronized void startAgain() throws IOException, InterruptedException {
        launch();
    }

    private static void launch() throws IOException, InterruptedException {
        var started = Objects.requireNonNull(command).start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
        awaitHealthy();
    }

    public static synchronized void stop() throws IOException {
        if (process != null) {
            end(process);
            process = null;
        }
        if (directory != null) {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
            directory = null;
        }
    }

    private static void end(Process started) {
        started.descendants().forEach(ProcessHandle::destroyForcibly);
        started.destroyForcibly();
    }

    private static void awaitHealthy() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!healthy()) {
            if (System.nanoTime() > deadline || !Objects.requireNonNull(process).isAlive()) {
                throw new IllegalStateException("Pulsar did not start: "
                        + Files.readString(Objects.requireNonNull(directory).resolve("log")));
            }
            Thread.sleep(300);
        }
    }

    private static boolean healthy() {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + webPort + "/admin/v2/brokers/health")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Unpacked by the platform's build; other modules find it beside them. */
    private static Path home() throws IOException {
        var unpacked = Stream.of("target/pulsar", "../platform/target/pulsar")
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Pulsar beside " + Path.of("").toAbsolutePath()));
        try (var folders = Files.list(unpacked)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/pulsar")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Pulsar in " + unpacked));
        }
    }
}
