package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.DirectoryNotWritable;
import com.duemate.server.embedded.EmbeddedServersUnavailable.DiskFull;
import com.duemate.server.embedded.EmbeddedServersUnavailable.StartFailed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;

/** Where everything lies, below one root that is absolute and free of links. */
record DataDirectory(Path root) {

    /** PostgreSQL's files belong to one major version. */
    private static final String POSTGRES_MAJOR = "18";

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Makes the directory where it is missing, readable by its owner only. */
    static DataDirectory open(Path path) {
        var wanted = new DataDirectory(path.toAbsolutePath().normalize());
        return wanted.guarding(() -> {
            if (!Files.isDirectory(wanted.root)) {
                Files.createDirectories(Objects.requireNonNullElse(wanted.root.getParent(), wanted.root));
                createPrivate(wanted.root);
            }
            var directory = new DataDirectory(wanted.root.toRealPath());
            Files.delete(Files.createTempFile(directory.root, "probe", ""));
            Files.createDirectories(directory.logs());
            return directory;
        });
    }

    static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    Path binaries() {
        return root.resolve("bin");
    }

    Path logs() {
        return root.resolve("log");
    }

    Path postgres() {
        return root.resolve("postgres").resolve(POSTGRES_MAJOR);
    }

    Path redis() {
        return root.resolve("redis");
    }

    /** Turns what the file system refuses into the fault that says what to do. */
    <T> T guarding(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            var reason = Objects.toString(e.getMessage(), "");
            if (saysDiskFull(reason)) {
                throw new DiskFull(root);
            }
            if (e instanceof AccessDeniedException) {
                throw new DirectoryNotWritable(root, "permission denied");
            }
            if (e instanceof FileSystemException refused) {
                throw new DirectoryNotWritable(root, Objects.requireNonNullElse(refused.getReason(), reason));
            }
            throw new StartFailed("The embedded servers did not start: " + reason);
        }
    }

    static boolean saysDiskFull(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device")
                || lower.contains("disk quota exceeded")
                || lower.contains("check free disk space");
    }
}
