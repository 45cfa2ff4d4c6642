package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.DirectoryLocked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held for as long as a process uses a data directory; the system lets go of it when the process dies, however it dies.
 *
 * <p>POSIX drops a process's locks on a file as soon as the process closes <em>any</em> channel on it. So this process remembers
 * what it holds and never opens a lock file twice; who holds it stands in a file beside.
 */
final class DirectoryLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;

    private DirectoryLock(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws DirectoryLocked when this or another process holds it */
    static DirectoryLock take(DataDirectory directory) {
        var root = directory.root();
        if (!HELD_HERE.add(root)) {
            throw new DirectoryLocked(root, " in this same process");
        }
        try {
            return directory.guarding(() -> lock(root));
        } catch (RuntimeException e) {
            HELD_HERE.remove(root);
            throw e;
        }
    }

    private static DirectoryLock lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new DirectoryLocked(root, holder(root));
            }
            Files.writeString(
                    holderFile(root), Long.toString(ProcessHandle.current().pid()));
            return new DirectoryLock(root, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(Path root) {
        try {
            return " (process %d)"
                    .formatted(Long.parseLong(Files.readString(holderFile(root)).strip()));
        } catch (IOException | NumberFormatException _) {
            return "";
        }
    }

    private static Path holderFile(Path root) {
        return root.resolve("lock.pid");
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(root);
        }
    }
}
