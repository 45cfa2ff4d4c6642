package com.duemate.server.journey;

import com.duemate.platform.testkit.FreePorts;
import com.duemate.platform.testkit.TestPulsar;
import com.duemate.server.deployment.Compose;
import com.duemate.server.deployment.Gateway;
import com.duemate.server.embedded.EmbeddedServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Every role its own process over real PostgreSQL, Redis and Pulsar, with the environment that {@code docker-compose.yml} gives it;
 * only addresses and ports are this machine's.
 */
final class Installation implements AutoCloseable {

    static final List<String> ROLES = List.of("tenant-portal", "customer-portal", "api", "worker");

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Path directory;
    private final EmbeddedServers servers;
    private final Compose compose;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, Integer> managementPorts = new TreeMap<>();
    private final Map<String, Process> processes = new TreeMap<>();
    private final Gateway gateway = new Gateway("localhost");
    private final String password = random();

    private Installation(Path directory) throws IOException {
        this.directory = directory;
        for (var role : ROLES) {
            ports.put(role, FreePorts.next());
            managementPorts.put(role, FreePorts.next());
        }
        servers = EmbeddedServers.start(directory.resolve("data"));
        compose = new Compose(variables());
    }

    /** Provisioned, migrated, and every role ready. */
    static Installation start(String name) throws IOException, InterruptedException {
        var directory = Path.of("target/journey", name).toAbsolutePath();
        PackagedServer.delete(directory);
        Files.createDirectories(directory.resolve("files"));
        var pulsar = CompletableFuture.runAsync(Installation::startPulsar);
        var installation = new Installation(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
        try {
            installation.migrate();
            pulsar.join();
            for (var role : ROLES) {
                installation.launch(role);
            }
            ROLES.forEach(installation::untilReady);
            return installation;
        } catch (RuntimeException | InterruptedException | IOException e) {
            installation.close();
            throw e;
        }
    }

    private static void startPulsar() {
        try {
            TestPulsar.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String staffPassword() {
        return password;
    }

    /** What people type; their browser goes to the process the gateway would have led it to. */
    String url(String host, String path) {
        if (!gateway.service(host, path).equals("tenant-portal")) {
            throw new IllegalArgumentException(host + path + " is not of the tenant portal");
        }
        return "http://" + host + ":" + ports.get("tenant-portal") + path;
    }

    /** Asks the process that the gateway would choose. */
    PackagedServer.Answer ask(String host, String path, @Nullable String key) {
        return send(request(gateway.service(host, path), host, path, key).GET());
    }

    PackagedServer.Answer askRole(String role, String host, String path, @Nullable String key) {
        return send(request(role, host, path, key).GET());
    }

    PackagedServer.Answer askManagement(String role, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPorts.get(role) + path)));
    }

    HttpRequest.Builder request(String host, String path, @Nullable String key) {
        return request(gateway.service(host, path), host, path, key);
    }

    /** The host header names the one address everybody knows. */
    private HttpRequest.Builder request(String role, String host, String path, @Nullable String key) {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(role) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Host", host + ":" + ports.get("tenant-portal"));
        return key == null ? builder : builder.header("Authorization", "Bearer " + key);
    }

    PackagedServer.Answer send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new PackagedServer.Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String log(String role) {
        try {
            return Files.readString(directory.resolve(role + ".log"));
        } catch (IOException e) {
            return "no log";
        }
    }

    /** What stands in {@code .env}. */
    private Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        servers.settings().forEach((name, value) -> {
            if (name.endsWith(".password")) {
                variables.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value);
            }
        });
        variables.put("DUEMATE_REDIS_PASSWORD", redis().getUserInfo().substring(1));
        variables.put("DUEMATE_IDENTITY_SECRET_KEY", key());
        variables.put("DUEMATE_PAYMENTS_SECRET_KEY", key());
        variables.put("DUEMATE_FIRST_STAFF_PASSWORD", password);
        variables.put("DUEMATE_BASE", "localhost:" + ports.get("tenant-portal"));
        return variables;
    }

    private URI redis() {
        return URI.create(servers.redisUrl());
    }

    private Map<String, String> environment(String service) {
        var environment = new TreeMap<String, String>();
        var database = URI.create(servers.jdbcUrl().substring("jdbc:".length()));
        compose.environment(service)
                .forEach((name, value) -> environment.put(
                        name,
                        value.replace("postgres:5432", database.getAuthority())
                                .replace("redis:6379", redis().getHost() + ":" + redis().getPort())
                                .replace("pulsar://pulsar:6650", TestPulsar.url())
                                .replace(
                                        "/var/lib/duemate/files",
                                        directory.resolve("files").toString())));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        if (ports.containsKey(service)) {
            environment.put("SERVER_PORT", String.valueOf(ports.get(service)));
            environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
            environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPorts.get(service)));
        }
        return environment;
    }

    private Process launch(String service) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                UnpackedJar.get().toString()));
        command.addAll(compose.command(service));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(service + ".log").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(service));
        var process = builder.start();
        processes.put(service, process);
        return process;
    }

    private void migrate() throws IOException, InterruptedException {
        var process = launch("migrate");
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("the migration did not end well:\n" + log("migrate"));
        }
    }

    private void untilReady(String role) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready(role)) {
            if (!Objects.requireNonNull(processes.get(role)).isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(role + " did not come up:\n" + log(role));
            }
            PackagedServer.sleep(200);
        }
    }

    private boolean ready(String role) {
        try {
            return askManagement(role, "/actuator/health/readiness").status() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new SecureRandom().generateSeed(24));
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroy);
        processes.values().forEach(PackagedServer::untilEnded);
        servers.close();
        try {
            TestPulsar.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
