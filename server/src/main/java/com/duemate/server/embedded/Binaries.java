package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.PlatformNotSupported;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs, unpacked once from the class path; what stands under its final name is whole. */
final class Binaries {

    private static final String UNFINISHED = ".new";

    private Binaries() {}

    /** Answers the folder that holds {@code bin}, {@code lib} and {@code share}; its name tells the archive's SHA-256. */
    static Path postgres(Machine machine, Path cache) throws IOException {
        var archive = machine.postgresArchive();
        var home = cache.resolve("postgres-" + digest(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(cache);
            removeOthers(cache, "postgres-*");
            var fresh = Files.createTempDirectory(cache, home.getFileName() + UNFINISHED);
            try (var in = new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
                unpack(in, fresh);
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    static Path redis(Machine machine, Path cache) throws IOException {
        var name = machine.redisBinary();
        var program = cache.resolve(name.substring(1));
        if (!Files.isExecutable(program)) {
            Files.createDirectories(cache);
            removeOthers(cache, "redis-server-*");
            var fresh = Files.createTempFile(
                    cache,
                    program.getFileName() + UNFINISHED,
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (var in = open(name)) {
                Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
            Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program;
    }

    private static void unpack(TarArchiveInputStream in, Path target) throws IOException {
        for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            var path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("the archive of PostgreSQL names a path outside itself: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            var parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(in, path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions(entry)));
            }
        }
    }

    private static String permissions(TarArchiveEntry entry) {
        return (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
    }

    /** Other versions, and what a start that was cut off left behind. */
    private static void removeOthers(Path cache, String names) throws IOException {
        try (var others = Files.newDirectoryStream(cache, names)) {
            for (var other : others) {
                Tree.delete(other);
            }
        }
    }

    private static String digest(String resource) throws IOException {
        try (var in = open(resource)) {
            var sha = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String resource) {
        var in = Binaries.class.getResourceAsStream(resource);
        if (in == null) {
            throw new PlatformNotSupported(
                    "This build carries no %s for this machine; use Linux with glibc or macOS on amd64 or arm64."
                            .formatted(resource.substring(1)));
        }
        return in;
    }
}
