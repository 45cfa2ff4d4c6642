package com.duemate.server.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged jar, taken apart as {@code server/Dockerfile} does it: classes are not looked for in jars within a jar. */
final class UnpackedJar {

    private static @Nullable Path unpacked;

    private UnpackedJar() {}

    /** The jar to start, its libraries beside it; unpacked once a run. */
    static synchronized Path get() throws IOException {
        if (unpacked == null) {
            unpacked = unpack(packaged());
        }
        return unpacked;
    }

    private static Path unpack(Path packaged) throws IOException {
        var directory = Path.of("target/journey/application").toAbsolutePath();
        PackagedServer.delete(directory);
        Files.createDirectories(directory.getParent());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packaged.toString(),
                        "extract",
                        "--destination",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolveSibling("application.log").toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("the jar could not be taken apart; see target/journey/application.log");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return directory.resolve(packaged.getFileName());
    }

    private static Path packaged() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the server is not packaged"))
                    .toAbsolutePath();
        }
    }
}
