package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.Vetting;
import com.duemate.platform.reminders.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps a reminder back at the last moment when one of its invoices is no longer owed, or must not be asked for now. */
@Component
class ReminderVetting implements Vetting {

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
    public Optional<String> veto(MessageId message, List<UUID> subjects) {
        var listed = new HashSet<>(subjects.stream().map(InvoiceId::new).toList());
        var found = invoices.findAllHeldStill(listed);
        var stillOwed = found.size() == listed.size()
                && found.stream().allMatch(invoice -> invoice.status().isOpen());
        if (!stillOwed) {
            return Optional.of(textKey(Reason.PAID));
        }
        var customers = found.stream().map(InvoiceSummary::customer).distinct().toList();
        return dossiers.load(customers, clock.now()).stream()
                .map(Dossier::situation)
                .flatMap(situation -> situation.items().stream()
                        .filter(item -> listed.contains(item.id()))
                        .flatMap(item -> InvoiceGuard.first(InvoiceGuard.PAUSING, item, situation).stream()))
                .map(verdict -> textKey(verdict.reason()))
                .findFirst();
    }

    static String textKey(Reason reason) {
        return "reminders.withdrawn." + reason.name();
    }
}
