package com.duemate.server.embedded;

import java.nio.file.Path;

/** The embedded servers cannot be had; the message is one plain line for the person at the terminal that says what to do. */
public sealed class EmbeddedServersUnavailable extends RuntimeException {

    private EmbeddedServersUnavailable(String line) {
        super(line);
    }

    /** Another process holds the data directory. */
    public static final class DirectoryLocked extends EmbeddedServersUnavailable {
        DirectoryLocked(Path directory, String holder) {
            super("Another DueMate%s is using %s. Stop it, or give this one a data directory of its own."
                    .formatted(holder, directory));
        }
    }

    /** The data directory cannot be made or written. */
    public static final class DirectoryNotWritable extends EmbeddedServersUnavailable {
        DirectoryNotWritable(Path directory, String reason) {
            super(
                    "The data directory %s cannot be written (%s). Let this user write there, or choose another data directory."
                            .formatted(directory, reason));
        }
    }

    /** The disk below the data directory has no room left. */
    public static final class DiskFull extends EmbeddedServersUnavailable {
        DiskFull(Path directory) {
            super("The disk that holds %s is full. Free about 500 MB there and start again.".formatted(directory));
        }
    }

    /** There are no binaries for this operating system and processor, or it does not let them run. */
    public static final class PlatformNotSupported extends EmbeddedServersUnavailable {
        PlatformNotSupported(String reason) {
            super(
                    reason
                            + " Or use servers of your own: DUEMATE_EMBEDDED=false with DUEMATE_SCOPE_*_URL and DUEMATE_REDIS_URL.");
        }
    }

    /** A server was started and did not come up. */
    public static final class StartFailed extends EmbeddedServersUnavailable {
        StartFailed(String line) {
            super(line);
        }

        StartFailed(String server, String reason, Path log) {
            super("%s did not start: %s (the whole story is in %s)".formatted(server, reason, log));
        }
    }
}
