package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.Vetting;
import com.duemate.platform.reminders.Reason;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps a reminder back at the last moment when one of its invoices is no longer owed, or must not be asked for now, or when it
 * waited past the time it was weighed for; it is then weighed again.
 */
@Component
class ReminderVetting implements Vetting {

    private static final String MISSED = "reminders.withdrawn.MISSED_ITS_TIME";

    private final Invoices invoices;
    private final Dossiers dossiers;
    private final BusinessClock clock;

    ReminderVetting(Invoices invoices, Dossiers dossiers, BusinessClock clock) {
        this.invoices = invoices;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return MessageKind.REMINDER.key();
    }

    @Override
    public Optional<String> veto(MessageId message, Instant queuedAt, List<UUID> subjects) {
        var listed = new HashSet<>(subjects.stream().map(InvoiceId::new).toList());
        var found = invoices.findAllHeldStill(listed);
        var stillOwed = found.size() == listed.size()
                && found.stream().allMatch(invoice -> invoice.status().isOpen());
        if (!stillOwed) {
            return Optional.of(textKey(Reason.PAID));
        }
        var customers = found.stream().map(InvoiceSummary::customer).distinct().toList();
        var situations = dossiers.load(customers, clock.now()).stream()
                .map(Dossier::situation)
                .toList();
        if (situations.stream().anyMatch(situation -> isTooLate(situation, queuedAt))) {
            return Optional.of(MISSED);
        }
        return situations.stream()
                .flatMap(situation -> situation.items().stream()
                        .filter(item -> listed.contains(item.id()))
                        .flatMap(item -> InvoiceGuard.first(InvoiceGuard.PAUSING, item, situation).stream()))
                .map(verdict -> textKey(verdict.reason()))
                .findFirst();
    }

    /** It says what was so on the day it was weighed for, and may go while the customer may be written to. */
    private static boolean isTooLate(Situation situation, Instant queuedAt) {
        return situation.today().isAfter(situation.times().today(queuedAt))
                || (situation.now().isAfter(queuedAt) && !situation.times().isOpen(situation.now()));
    }

    static String textKey(Reason reason) {
        return "reminders.withdrawn." + reason.name();
    }
}
