package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.testkit.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody of a tenant who imports files and waits for what comes of them. */
record ImportDesk(World world, Imports imports, TenantId tenant) {

    static final String HEADER = "Customer no,Customer,E-mail,Invoice no,Issued on,Due on,Amount,Paid on\n";

    ImportId start(InputStream bytes, boolean dryRun, Map<String, ImportField> mapping) {
        return world.in(tenant, () -> {
            try {
                return imports.start(new Imports.Upload("invoices.csv", bytes, dryRun, mapping));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A table below {@link #HEADER}, staged. */
    ImportDetails staged(String rows) {
        return settled(start(bytes(HEADER + rows), false, Map.of()));
    }

    ImportDetails staged(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return settled(start(bytes, false, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportDetails committed(String rows) {
        return committed(staged(rows).id());
    }

    ImportDetails committed(ImportId id) {
        world.in(tenant, () -> imports.commit(id));
        return expecting(ImportState.COMMITTED, settled(id));
    }

    ImportDetails undone(ImportId id) {
        world.in(tenant, () -> imports.undo(id));
        return expecting(ImportState.UNDONE, settled(id));
    }

    private static ImportDetails expecting(ImportState state, ImportDetails details) {
        if (details.state() != state) {
            throw new AssertionError("expected " + state + " and not " + details);
        }
        return details;
    }

    ImportDetails find(ImportId id) {
        return world.in(tenant, () -> imports.find(id)).orElseThrow();
    }

    /** Waits until nothing is under way. */
    ImportDetails settled(ImportId id) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        var details = find(id);
        while (details.progress() != null) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("still under way: " + details);
            }
            pause();
            details = find(id);
        }
        return details;
    }

    /** As "row FIELD reason". */
    List<String> errors(ImportId id) {
        return world.in(tenant, () -> imports.errors(id, 100)).stream()
                .map(ImportDesk::said)
                .toList();
    }

    private static String said(ImportError error) {
        return error.row() + " " + error.field() + " " + error.reason();
    }

    static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
