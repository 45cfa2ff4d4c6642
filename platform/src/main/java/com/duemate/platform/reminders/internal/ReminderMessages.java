package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.notifications.SenderName;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.TemplateRef;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.payments.PaymentLinks;
import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the message a weighing lets out. */
@Component
class ReminderMessages {

    /** More than this many invoices no letter lists and no link shows; the oldest are taken. */
    private static final int MOST_LISTED = 100;

    private final Messages messages;
    private final PaymentLinks links;

    ReminderMessages(Messages messages, PaymentLinks links) {
        this.messages = messages;
        this.links = links;
    }

    /** What a weighing lets out, not written yet. */
    record Draft(Dossier dossier, Reminder reminder) {

        private List<OpenItem> listed() {
            return reminder.invoices().stream()
                    .limit(MOST_LISTED)
                    .map(dossier::item)
                    .toList();
        }
    }

    /** Queues it in the caller's transaction, at most once for a level of a cycle; empty when the address is suppressed. */
    Optional<MessageId> queue(Dossier dossier, Reminder reminder) {
        var draft = new Draft(dossier, reminder);
        return messages.queue(message(draft, links.createFor(dossier.customer(), ids(draft))));
    }

    /** The same for all messages of a turn. @throws Messages.NotAllQueued when an address is suppressed */
    List<MessageId> queueAll(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        var urls = links.createForAll(drafts.stream()
                .map(draft -> new PaymentLinks.Wanted(draft.dossier.customer(), ids(draft)))
                .toList());
        var outgoing = new ArrayList<OutgoingMessage>();
        for (int i = 0; i < drafts.size(); i++) {
            outgoing.add(message(drafts.get(i), urls.get(i)));
        }
        return messages.queueAll(outgoing);
    }

    private static List<InvoiceId> ids(Draft draft) {
        return draft.listed().stream().map(OpenItem::id).toList();
    }

    private static OutgoingMessage message(Draft draft, String link) {
        var dossier = draft.dossier;
        var reminder = draft.reminder;
        var today = dossier.situation().today();
        var carrier = dossier.item(reminder.level().invoice());
        var template =
                TemplateRef.reminder(Tone.valueOf(reminder.tone().name()), Situation.of(daysLate(carrier, today)));
        return new OutgoingMessage(
                MessageKind.REMINDER.key(),
                intent(reminder),
                dossier.customer(),
                Channel.valueOf(reminder.channel().name()),
                dossier.address(reminder.channel()).orElse(""),
                dossier.name(),
                dossier.locale(),
                template.variant(),
                model(link, draft.listed(), today),
                reminder.invoices().stream().map(id -> id.value()).toList(),
                sender(reminder));
    }

    private static @Nullable SenderName sender(Reminder reminder) {
        var sender = reminder.sender();
        return sender == null ? null : new SenderName(sender.name(), sender.replyTo());
    }

    private static String intent(Reminder reminder) {
        var level = reminder.level();
        return "reminder/%s/%d/%d/%s".formatted(level.invoice(), level.cycle(), level.position(), reminder.channel());
    }

    private static Map<String, Object> model(String link, List<OpenItem> listed, LocalDate today) {
        return Map.of(
                "invoices",
                listed.stream()
                        .map(item -> Map.<String, Object>of(
                                "number", item.number(),
                                "dueOn", item.dueOn(),
                                "amount", item.open(),
                                "daysLate", (int) Math.max(0, daysLate(item, today)),
                                "pdfUrl", URI.create(link + "/invoices/" + item.id() + ".pdf")))
                        .toList(),
                "payUrl",
                URI.create(link));
    }

    private static long daysLate(OpenItem item, LocalDate today) {
        return ChronoUnit.DAYS.between(item.dueOn(), today);
    }
}
