package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.PlatformNotSupported;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import redis.embedded.RedisExecProvider;

/**
 * The operating system and processor, in the words of the binaries' names.
 *
 * @param system {@code linux} or {@code darwin}
 * @param processor {@code amd64} or {@code arm64}
 * @param musl whether a Linux has musl instead of glibc
 * @param root whether this process is root, as whom PostgreSQL refuses to run
 */
record Machine(String system, String processor, boolean musl, boolean root) {

    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    static Machine current() {
        return of(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /** @throws PlatformNotSupported where there are no binaries */
    static Machine of(String os, String arch, boolean musl) {
        var name = os.toLowerCase(Locale.ROOT);
        var system = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : "";
        var processor =
                switch (arch) {
                    case "amd64", "x86_64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> "";
                };
        if (system.isEmpty() || processor.isEmpty()) {
            throw new PlatformNotSupported(
                    "There is no embedded PostgreSQL for %s on %s; use Linux or macOS on amd64 or arm64."
                            .formatted(os, arch));
        }
        return new Machine(system, processor, musl, new UnixSystem().getUid() == 0);
    }

    String postgresArchive() {
        return "/postgres-%s-%s%s.txz"
                .formatted(system, processor.equals("amd64") ? "x86_64" : "arm_64", musl ? "-alpine_linux" : "");
    }

    String redisBinary() {
        return "/redis-server-%s-%s-%s".formatted(RedisExecProvider.redisVersion, system, processor);
    }

    /**
     * What to put before a PostgreSQL command: nothing for an ordinary user; for root a user namespace, in which it sees itself as
     * nobody while its files stay root's.
     *
     * @throws PlatformNotSupported when root may not make one
     */
    List<String> asOrdinaryUser() {
        if (!root) {
            return List.of();
        }
        try {
            if (Command.of(AS_NOBODY, List.of("true"))
                    .run(Duration.ofSeconds(10))
                    .succeeded()) {
                return AS_NOBODY;
            }
        } catch (IOException _) {
            // No such program: the same answer.
        }
        throw new PlatformNotSupported(
                "PostgreSQL does not run as root, and this system lets root make no user namespace; start DueMate as an ordinary user.");
    }
}
