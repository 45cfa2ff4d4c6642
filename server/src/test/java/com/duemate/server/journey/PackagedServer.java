package com.duemate.server.journey;

import com.duemate.platform.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as people run it: its own process, embedded servers, demo data, a port and a data directory of its own. */
final class PackagedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static @Nullable PackagedServer shared;

    private final Path directory;
    private final int port;
    private final List<String> jvm;
    private volatile Process process;
    private volatile Duration startTook = Duration.ZERO;

    private PackagedServer(Path directory, int port, List<String> jvm) throws IOException {
        this.directory = directory;
        this.port = port;
        this.jvm = jvm;
        this.process = launch();
    }

    /** One for all journeys of a run; ended with the JVM. */
    static synchronized PackagedServer shared() {
        if (shared == null) {
            shared = start("shared");
        }
        return shared;
    }

    /** @param jvm further arguments of the virtual machine */
    static PackagedServer start(String name, String... jvm) {
        try {
            var directory = Path.of("target/journey", name).toAbsolutePath();
            delete(directory);
            Files.createDirectories(directory);
            var server = new PackagedServer(directory, FreePorts.next(), List.of(jvm));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.untilUp();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jar with arguments of one's own, to be started; what it prints is the caller's to read. */
    static ProcessBuilder process(Path directory, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                UnpackedJar.get().toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("log").toFile());
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g",
                "-XX:+UseCompactObjectHeaders",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvm);
        command.addAll(List.of(
                "-jar",
                UnpackedJar.get().toString(),
                "--server.port=" + port,
                "--duemate.data-directory=" + directory.resolve("data")));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    /** Ends the process as a power cut would, and starts it again on the same data. */
    void killAndRestart() throws IOException, InterruptedException {
        kill();
        startAgain();
    }

    /** SIGKILL; PostgreSQL and Redis live on until the next start stops them. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
        untilUp();
    }

    /** How long the last start took until the server answered, demo data and all. */
    Duration startTook() {
        return startTook;
    }

    Path data() {
        return directory.resolve("data");
    }

    private void untilUp() {
        var started = System.nanoTime();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new IllegalStateException("the server did not come up:\n" + log());
            }
            sleep(300);
        }
        startTook = Duration.ofNanos(System.nanoTime() - started);
    }

    private boolean healthy() {
        try {
            return Files.exists(directory.resolve("data/demo.json"))
                    && get("localhost", "/actuator/health", null).status() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    JsonNode demo() {
        try {
            return JSON.readTree(Files.readString(directory.resolve("data/demo.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url(String host, String path) {
        return "http://" + host + ":" + port + path;
    }

    int port() {
        return port;
    }

    String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return "no log";
        }
    }

    /** @param body as text; JSON where there is some */
    record Answer(int status, String body, java.net.http.HttpHeaders headers) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Answer get(String host, String path, @Nullable String key) {
        return send(request(host, path, key).GET().build());
    }

    Answer send(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The host travels in its header, since only browsers resolve {@code *.localhost}. */
    HttpRequest.Builder request(String host, String path, @Nullable String key) {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Host", host + ":" + port);
        return key == null ? builder : builder.header("Authorization", "Bearer " + key);
    }

    @Override
    public void close() {
        process.destroy();
        untilEnded(process);
    }

    /** Waits for a process that was asked to end, and ends it when it does not listen. */
    static void untilEnded(Process process) {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(Objects.requireNonNull(file));
                }
            }
        }
    }
}
