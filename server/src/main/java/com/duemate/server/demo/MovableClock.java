package com.duemate.server.demo;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.SecurityClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** System time and an offset that people move; kept in a file, so that a restart does not jump back. */
final class MovableClock implements BusinessClock {

    private final SecurityClock system;
    private final Path file;
    private final AtomicReference<Duration> offset;

    MovableClock(SecurityClock system, Path file) {
        this.system = system;
        this.file = file;
        this.offset = new AtomicReference<>(read(file));
    }

    @Override
    public Instant now() {
        return system.now().plus(offset.get());
    }

    void advance(Duration by) {
        write(offset.updateAndGet(old -> old.plus(by)));
    }

    /** Jumps to an instant; only while the demo's history is being made. */
    void jumpTo(Instant instant) {
        offset.set(Duration.between(system.now(), instant));
    }

    void backToPresent() {
        offset.set(Duration.ZERO);
        write(Duration.ZERO);
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Duration value) {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, value.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
