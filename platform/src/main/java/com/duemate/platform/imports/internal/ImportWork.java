package com.duemate.platform.imports.internal;

import com.duemate.platform.files.Files;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.ImportMoved;
import com.duemate.platform.imports.internal.Jobs.Claim;
import com.duemate.platform.messaging.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does an import step by step, each in one transaction that also says how far it is: whatever happens between two steps, the next
 * one goes on where the last one ended. Files are read outside of any transaction.
 */
@Component
class ImportWork {

    static final String ROOM = "imports";

    private static final int ROWS_READ = 5_000;
    private static final int ROWS_TAKEN = 2_000;
    private static final int ROWS_CLEARED = 20_000;

    private final Jobs jobs;
    private final Staging staging;
    private final Committing committing;
    private final Undoing undoing;
    private final Files files;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    ImportWork(
            Jobs jobs,
            Staging staging,
            Committing committing,
            Undoing undoing,
            Files files,
            Outbox outbox,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.staging = staging;
        this.committing = committing;
        this.undoing = undoing;
        this.files = files;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The file that is being read, kept open from one step to the next; belongs to one thread. */
    static final class Desk implements AutoCloseable {

        private @Nullable FileReading reading;
        private @Nullable ImportKind kind;

        /** Closes the file if it is this import's. */
        void leave(UUID importId) {
            if (reading != null && reading.isOf(importId)) {
                close();
            }
        }

        @Override
        public void close() {
            var open = reading;
            reading = null;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /**
     * In the scope of the import's tenant: one step.
     *
     * @return false when nothing is left to do, or the import is another worker's now
     */
    boolean step(Claim claim, Desk desk) {
        var found = transaction.execute(_ -> jobs.find(claim));
        if (found == null || found.isEmpty()) {
            return false;
        }
        var job = found.get();
        try {
            return job.phase() == Phase.READ ? read(claim, job, desk) : write(claim, job, this::next);
        } catch (BrokenFile e) {
            return refuse(claim, job, e.reason().key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Advance next(Job job) {
        return switch (Objects.requireNonNull(job.phase())) {
            case CLEAR -> staging.clear(job, ROWS_CLEARED);
            case WEIGH -> staging.weigh(job, Objects.requireNonNull(job.kind()), ROWS_READ);
            case TAKE_CUSTOMERS -> committing.takeCustomers(job, ROWS_TAKEN);
            case TAKE_INVOICES -> committing.takeInvoices(job, ROWS_TAKEN);
            case UNDO_INVOICES -> undoing.undoInvoices(job, ROWS_TAKEN);
            case UNDO_CUSTOMERS -> undoing.undoCustomers(job, ROWS_TAKEN);
            case READ -> throw new IllegalStateException("files are read outside of a transaction");
        };
    }

    private boolean read(Claim claim, Job job, Desk desk) throws IOException {
        if (desk.reading == null || !desk.reading.continues(job)) {
            desk.close();
            var obstacle = open(claim, job, desk);
            if (obstacle.isPresent()) {
                return refuse(claim, job, obstacle.get());
            }
        }
        var batch = Objects.requireNonNull(desk.reading).next(ROWS_READ);
        var kind = Objects.requireNonNull(desk.kind);
        return write(claim, job, locked -> staging.stage(locked, kind, batch, batch.size() < ROWS_READ));
    }

    /** @return why the file cannot be taken, as a text key */
    private Optional<String> open(Claim claim, Job job, Desk desk) throws IOException {
        var path = Objects.requireNonNull(transaction.execute(_ -> files.open(ROOM, job.sha256())))
                .orElseThrow(() -> new IOException("the file of import " + job.id() + " is not there"));
        var reader = new ImportReader(job.expectations());
        return switch (reader.look(path)) {
            case UnreadableFile unreadable -> Optional.of(unreadable.reason().key());
            case Sheet sheet -> {
                transaction.executeWithoutResult(
                        _ -> jobs.lock(claim, job).ifPresent(locked -> jobs.describe(locked, sheet)));
                if (!sheet.missing().isEmpty()) {
                    yield Optional.of("imports.failure.mapping");
                }
                desk.kind = sheet.kind();
                desk.reading = new FileReading(job, reader.open(sheet));
                yield Optional.empty();
            }
        };
    }

    private boolean write(Claim claim, Job found, Function<Job, Advance> action) {
        return Boolean.TRUE.equals(transaction.execute(_ -> jobs.lock(claim, found)
                .map(job -> {
                    var to = action.apply(job);
                    jobs.advance(job, to);
                    outbox.publish(new ImportMoved(job.id()));
                    return to.phase() != null;
                })
                .orElse(false)));
    }

    private boolean refuse(Claim claim, Job found, String reason) {
        transaction.executeWithoutResult(_ -> jobs.lock(claim, found).ifPresent(job -> {
            jobs.fail(job, reason);
            outbox.publish(new ImportMoved(job.id()));
        }));
        return false;
    }

    /** After an unexpected failure. */
    void stumble(Claim claim) {
        transaction.executeWithoutResult(_ -> {
            jobs.stumble(claim);
            outbox.publish(new ImportMoved(claim.id()));
        });
    }

    void release(Claim claim) {
        transaction.executeWithoutResult(_ -> jobs.release(claim));
    }

    /** In the engine's scope. */
    Optional<Claim> claim() {
        return Objects.requireNonNull(transaction.execute(_ -> jobs.claim()));
    }

    /** In the engine's scope. */
    boolean noneWaits() {
        return Boolean.TRUE.equals(transaction.execute(_ -> jobs.noneWaits()));
    }
}
