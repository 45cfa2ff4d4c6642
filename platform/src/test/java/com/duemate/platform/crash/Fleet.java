package com.duemate.platform.crash;

import com.duemate.platform.testkit.OwnPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts workers over one PostgreSQL and one mail server; from the second on out of an archive, which halves what a start costs. */
final class Fleet {

    private final Path directory;
    private final OwnPostgres postgres;
    private final int sink;
    private final Map<String, String> settings = new TreeMap<>();
    private String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private List<String> archive = List.of();

    Fleet(Path directory, OwnPostgres postgres, int sink) {
        this.directory = directory;
        this.postgres = postgres;
        this.sink = sink;
        var url = postgres.url().replace("jdbc:", WatchedDriver.PREFIX);
        for (var plane : List.of("tenant", "engine", "staff", "door")) {
            settings.put("duemate.scope." + plane + ".url", url);
            settings.put("duemate.scope." + plane + ".username", "duemate_" + plane);
            settings.put("duemate.scope." + plane + ".password", "test");
        }
        settings.put("duemate.identity.secret-key", secret());
        settings.put("duemate.payments.secret-key", secret());
        settings.put("duemate.reminders.shards.lease", "60s");
        settings.put("duemate.notifications.smtp.host", "127.0.0.1");
        settings.put("duemate.notifications.smtp.start-tls", "false");
        settings.put("duemate.notifications.smtp.from", "billing@example.com");
        settings.put("spring.main.lazy-initialization", "true");
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
    }

    Fleet with(Map<String, String> further) {
        settings.putAll(further);
        return this;
    }

    OwnPostgres postgres() {
        return postgres;
    }

    /** One that makes tenants. */
    Child office() throws IOException {
        var own = new TreeMap<>(settings);
        own.put("duemate.roles", "api");
        return launch("office", own, List.of());
    }

    Child worker(String name, Sabotage sabotage) throws IOException {
        return worker(name, List.of("-Dsabotage=" + sabotage), Map.of());
    }

    Child worker(String name, List<String> jvm, Map<String, String> further) throws IOException {
        var own = new TreeMap<>(settings);
        own.put("duemate.roles", "worker");
        own.put("spring.main.web-application-type", "none");
        own.putAll(further);
        var all = new ArrayList<>(archive);
        all.addAll(jvm);
        return launch(name, own, all);
    }

    private Child launch(String name, Map<String, String> own, List<String> jvm) throws IOException {
        var all = new ArrayList<>(jvm);
        all.addAll(List.of("-Dsink=" + sink, "-cp", classPath));
        return new Child(all, own, directory.resolve(name + ".log"));
    }

    /** Lets a worker do what all will do, and keeps what it has loaded for the others. */
    void train(Training training) throws Exception {
        classPath = Stream.of(classPath.split(File.pathSeparator))
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? jar(entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var cache = directory.resolve("workers.aot").toAbsolutePath();
        Files.deleteIfExists(cache);
        try (var child = worker("trained", List.of("-XX:AOTCacheOutput=" + cache), Map.of())) {
            training.run(child);
            child.end(2, TimeUnit.MINUTES);
        }
        archive = List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    interface Training {
        void run(Child child) throws Exception;
    }

    /** An archive is made of jars alone. */
    private Path jar(Path classes) {
        var jar = directory.resolve(Integer.toHexString(classes.hashCode()) + ".jar");
        try (var files = Files.walk(classes);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(0);
            for (var file : files.sorted().toList()) {
                if (!file.equals(classes)) {
                    var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                    out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (!Files.isDirectory(file)) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return jar.toAbsolutePath();
    }

    private static String secret() {
        return Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));
    }
}
