package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.Vetting;
import com.duemate.platform.reminders.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Map<MessageId, String> vetoes(Collection<Waiting> waiting) {
        var listed = waiting.stream()
                .flatMap(message -> message.subjects().stream())
                .distinct()
                .map(InvoiceId::new)
                .toList();
        var found = invoices.findAllHeldStill(listed).stream()
                .collect(Collectors.toMap(invoice -> invoice.id().value(), Function.identity()));
        var customers =
                found.values().stream().map(InvoiceSummary::customer).distinct().toList();
        var situations = dossiers.load(customers, clock.now()).stream()
                .collect(Collectors.toMap(Dossier::customer, Dossier::situation));
        var vetoes = new HashMap<MessageId, String>();
        for (var message : waiting) {
            veto(message, found, situations).ifPresent(reason -> vetoes.put(message.id(), reason));
        }
        return vetoes;
    }

    private static Optional<String> veto(
            Waiting message, Map<UUID, InvoiceSummary> found, Map<CustomerId, Situation> situations) {
        var listed = new HashSet<>(message.subjects());
        var owed = listed.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .filter(invoice -> invoice.status().isOpen())
                .toList();
        if (owed.size() < listed.size()) {
            return Optional.of(textKey(Reason.PAID));
        }
        var concerned = owed.stream()
                .map(InvoiceSummary::customer)
                .distinct()
                .flatMap(customer -> Stream.ofNullable(situations.get(customer)))
                .toList();
        if (concerned.stream().anyMatch(situation -> isTooLate(situation, message.queuedAt()))) {
            return Optional.of(MISSED);
        }
        return concerned.stream()
                .flatMap(situation -> situation.items().stream()
                        .filter(item -> listed.contains(item.id().value()))
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
