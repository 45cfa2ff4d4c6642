package com.duemate.platform.imports.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.files.Files.StoredFile;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportMoved;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports.Outcome;
import com.duemate.platform.imports.internal.ImportRecords.Standing;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.tenancy.Tenants;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what people ask of imports: each command is one small transaction, the work is the workers'. */
@Component
class ImportCommands {

    private final ImportRecords records;
    private final StagedRows rows;
    private final StagedCustomers customers;
    private final Tenants tenants;
    private final BusinessClock clock;
    private final AuditTrail trail;
    private final Outbox outbox;

    ImportCommands(
            ImportRecords records,
            StagedRows rows,
            StagedCustomers customers,
            Tenants tenants,
            BusinessClock clock,
            AuditTrail trail,
            Outbox outbox) {
        this.records = records;
        this.rows = rows;
        this.customers = customers;
        this.tenants = tenants;
        this.clock = clock;
        this.trail = trail;
        this.outbox = outbox;
    }

    @Transactional
    ImportId start(String fileName, StoredFile file, boolean dryRun, Map<String, ImportField> mapping) {
        var tenant = tenants.current();
        var id = new ImportId(Ids.next());
        records.add(
                new Job(
                        id.value(),
                        file.sha256(),
                        ImportState.STAGING,
                        Phase.READ,
                        0,
                        null,
                        mapping,
                        tenant.locale(),
                        tenant.currency(),
                        clock.today(tenant.zone())),
                fileName,
                file.size(),
                dryRun);
        return moved(id, "imports.start", Map.of("file", fileName, "bytes", file.size(), "dryRun", dryRun));
    }

    @Transactional
    Outcome remap(ImportId id, Map<String, ImportField> mapping) {
        return onLocked(id, standing -> {
            if (standing.state() != ImportState.READY && !standing.failedWhileStaging()) {
                return refuse("notStaged");
            }
            records.map(id, mapping);
            records.begin(id, ImportState.STAGING, Phase.CLEAR, 0);
            return accept(id, "imports.remap", Map.of("columns", mapping.size()));
        });
    }

    @Transactional
    Outcome commit(ImportId id) {
        return onLocked(id, standing -> switch (standing.state()) {
            case COMMITTING -> new Outcome.Accepted();
            case COMMITTED -> standing.phase() == null ? new Outcome.Accepted() : refuse("beingUndone");
            case READY -> standing.dryRun() ? refuse("dryRun") : beginCommit(id);
            case FAILED -> standing.failedAfterStaging() ? resume(id, standing) : refuse("failed");
            case STAGING -> refuse("staging");
            case UNDONE -> refuse("undone");
        });
    }

    private Outcome beginCommit(ImportId id) {
        records.begin(
                id,
                ImportState.COMMITTING,
                Phase.TAKE_CUSTOMERS,
                customers.count(id.value()) + rows.countPending(id.value()));
        return accept(id, "imports.commit", Map.of());
    }

    private Outcome resume(ImportId id, Standing standing) {
        if (isUndo(standing)) {
            return refuse("beingUndone");
        }
        records.resume(id, ImportState.COMMITTING);
        return accept(id, "imports.commit", Map.of("again", true));
    }

    private static boolean isUndo(Standing standing) {
        return standing.phase() == Phase.UNDO_INVOICES || standing.phase() == Phase.UNDO_CUSTOMERS;
    }

    @Transactional
    Outcome undo(ImportId id) {
        return onLocked(id, standing -> {
            if (standing.state() == ImportState.UNDONE
                    || standing.state() == ImportState.COMMITTED && isUndo(standing)) {
                return new Outcome.Accepted();
            }
            if (standing.state() != ImportState.COMMITTED && !standing.failedAfterStaging()) {
                return refuse("notCommitted");
            }
            var counts = records.find(id).orElseThrow().counts();
            records.begin(
                    id,
                    ImportState.COMMITTED,
                    Phase.UNDO_INVOICES,
                    counts.created() + counts.updated() + counts.customersCreated() + counts.customersUpdated());
            return accept(id, "imports.undo", Map.of("created", counts.created(), "updated", counts.updated()));
        });
    }

    private Outcome onLocked(ImportId id, Function<Standing, Outcome> command) {
        return records.lock(id).map(command).orElseGet(Outcome.Unknown::new);
    }

    private static Outcome refuse(String reason) {
        return new Outcome.Refused("imports.refused." + reason);
    }

    private Outcome accept(ImportId id, String action, Map<String, ?> facts) {
        moved(id, action, facts);
        return new Outcome.Accepted();
    }

    private ImportId moved(ImportId id, String action, Map<String, ?> facts) {
        trail.record(action, id.value(), facts);
        outbox.publish(new ImportMoved(id.value()));
        return id;
    }
}
