package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.IncomingInvoice;
import com.duemate.platform.invoicing.InvoiceIntake;
import com.duemate.platform.invoicing.internal.IntakeWriting.Altered;
import com.duemate.platform.invoicing.internal.IntakeWriting.Fresh;
import com.duemate.platform.invoicing.internal.KnownInvoice.Judgement;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.scope.MayManage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlInvoiceIntake implements InvoiceIntake {

    private final IntakeReading reading;
    private final IntakeWriting writing;
    private final IntakeUndo undo;

    SqlInvoiceIntake(IntakeReading reading, IntakeWriting writing, IntakeUndo undo) {
        this.reading = reading;
        this.writing = writing;
        this.undo = undo;
    }

    @Override
    @MayManage
    @Transactional(readOnly = true)
    public List<Finding> weigh(List<IncomingInvoice> invoices) {
        var known = reading.find(invoices);
        return invoices.stream()
                .map(incoming -> weigh(incoming, known.get(incoming.number())))
                .toList();
    }

    private static Finding weigh(IncomingInvoice incoming, @Nullable KnownInvoice known) {
        if (known == null) {
            return incoming.received().compareTo(incoming.total()) > 0
                    ? new Finding.Refused("paid", "invoicing.refused.paidMoreThanTotal")
                    : new Finding.Fresh(null);
        }
        return switch (known.judge(incoming)) {
            case Judgement.Refuse refuse -> new Finding.Refused(refuse.field(), refuse.reason());
            case Judgement.Keep keep -> new Finding.Known(known.row().id().value(), keep.changes());
        };
    }

    @Override
    @MayManage
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Finding> take(UUID importId, List<IncomingInvoice> invoices) {
        var known = reading.lock(invoices);
        var fresh = new ArrayList<Fresh>();
        var altered = new ArrayList<Altered>();
        var findings = new ArrayList<Finding>();
        for (var incoming : invoices) {
            var before = known.get(incoming.number());
            var finding = weigh(incoming, before);
            if (finding instanceof Finding.Fresh) {
                var id = Ids.next();
                fresh.add(new Fresh(id, incoming));
                finding = new Finding.Fresh(id);
            } else if (before != null && before.judge(incoming) instanceof Judgement.Keep keep) {
                if (!keep.changes().isEmpty()) {
                    altered.add(new Altered(before, keep, incoming));
                }
            }
            findings.add(finding);
        }
        var added = new HashSet<>(writing.add(importId, fresh));
        writing.alter(importId, altered);
        return findings.stream().map(finding -> certain(finding, added)).toList();
    }

    /** A number that somebody else took at the same moment is taken. */
    private static Finding certain(Finding finding, Set<UUID> added) {
        return finding instanceof Finding.Fresh fresh && fresh.id() != null && !added.contains(fresh.id())
                ? new Finding.Refused("number", "invoicing.refused.numberTaken")
                : finding;
    }

    @Override
    @MayManage
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Undone> undo(UUID importId, int limit, Function<Set<UUID>, Map<UUID, String>> builtUpon) {
        return undo.next(importId, limit, builtUpon);
    }
}
