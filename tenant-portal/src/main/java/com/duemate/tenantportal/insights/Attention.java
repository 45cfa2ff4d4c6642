package com.duemate.tenantportal.insights;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.arrangements.Arrangements.State;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.Invoices.InvoiceQuery;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.MessageQuery;
import com.duemate.platform.reminders.Tasks;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.invoicing.InvoicingNavigation.Show;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.notifications.NotificationsNavigation;
import com.duemate.tenantportal.reminders.RemindersNavigation;
import com.duemate.tenantportal.shell.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for somebody: broken promises first, then disputes, messages that did not arrive, and what became late just now. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
class Attention {

    private static final int NEW_DAYS = 7;
    private static final int SINGLY = 3;
    private static final int RECENT = 200;
    private static final Duration MESSAGES_SINCE = Duration.ofDays(14);
    private static final Duration PROMISES_SINCE = Duration.ofDays(45);

    private final Invoices invoices;
    private final Arrangements arrangements;
    private final Messages messages;
    private final Tasks tasks;

    Attention(Invoices invoices, Arrangements arrangements, Messages messages, Tasks tasks) {
        this.invoices = invoices;
        this.arrangements = arrangements;
        this.messages = messages;
        this.tasks = tasks;
    }

    /** @param route of what is to be looked at, without a leading slash */
    record Item(Tone tone, String text, @Nullable Money amount, String route) {}

    List<Item> of(Reader reader) {
        var items = new ArrayList<Item>();
        var since = reader.now().minus(PROMISES_SINCE);
        var recent = arrangements.recent(RECENT);
        addArranged(
                reader,
                items,
                "broken",
                Tone.LATE,
                open(
                        recent,
                        one -> one.kind() == Kind.PROMISE
                                && one.state() == State.BROKEN
                                && one.at().isAfter(since)));
        addArranged(
                reader,
                items,
                "disputed",
                Tone.DISPUTED,
                open(recent, one -> one.kind() == Kind.DISPUTE && one.state() == State.ACTIVE));
        addTasks(reader, items);
        addMessages(reader, items);
        addLate(reader, items);
        return items;
    }

    private List<InvoiceSummary> open(List<Arrangement> recent, Predicate<Arrangement> which) {
        var ids = recent.stream().filter(which).map(Arrangement::invoice).collect(Collectors.toSet());
        return ids.isEmpty()
                ? List.of()
                : invoices.findAll(ids).stream()
                        .filter(invoice -> invoice.status().isOpen())
                        .sorted(dearestFirst())
                        .toList();
    }

    private void addArranged(Reader reader, List<Item> items, String what, Tone tone, List<InvoiceSummary> about) {
        add(reader, items, what, tone, about, InvoicingNavigation.list(Show.OPEN));
    }

    private void addTasks(Reader reader, List<Item> items) {
        int open = tasks.countOpen();
        if (open > 0) {
            items.add(new Item(
                    Tone.SOON, reader.text("portalhome.attention.tasks", open), null, RemindersNavigation.tasks()));
        }
    }

    private void addMessages(Reader reader, List<Item> items) {
        var since = reader.now().minus(MESSAGES_SINCE);
        var lost = messages
                .list(new MessageQuery(
                        null, null, List.of(MessageStatus.FAILED, MessageStatus.UNKNOWN), Page.MAX_LIMIT, null))
                .items()
                .stream()
                .filter(message -> message.queuedAt().isAfter(since))
                .toList();
        if (lost.size() == 1) {
            var message = lost.getFirst();
            items.add(new Item(
                    Tone.RISK,
                    reader.text("portalhome.attention.message", message.recipientName()),
                    null,
                    NotificationsNavigation.message(message.id())));
        } else if (!lost.isEmpty()) {
            items.add(new Item(
                    Tone.RISK,
                    reader.text("portalhome.attention.messages", lost.size()),
                    null,
                    NotificationsNavigation.failed()));
        }
    }

    private void addLate(Reader reader, List<Item> items) {
        var fresh = invoices
                .list(new InvoiceQuery(
                        List.of(InvoiceStatus.OPEN, InvoiceStatus.PARTLY_PAID), true, null, null, Page.MAX_LIMIT, null))
                .items()
                .stream()
                .filter(invoice -> invoice.daysLate() <= NEW_DAYS)
                .sorted(dearestFirst())
                .toList();
        add(reader, items, "late", Tone.SOON, fresh, InvoicingNavigation.list(Show.LATE));
    }

    /** The dearest ones by name, the others in one line. */
    private static void add(
            Reader reader, List<Item> items, String what, Tone tone, List<InvoiceSummary> about, String all) {
        about.stream().limit(SINGLY).forEach(invoice -> items.add(item(reader, what, tone, invoice)));
        if (about.size() > SINGLY) {
            items.add(new Item(
                    tone, reader.text("portalhome.attention." + what + ".more", about.size() - SINGLY), null, all));
        }
    }

    private static Item item(Reader reader, String what, Tone tone, InvoiceSummary invoice) {
        return new Item(
                tone,
                reader.text(
                        "portalhome.attention." + what,
                        Map.of(
                                "customer", invoice.customerName(),
                                "invoice", invoice.number(),
                                "days", invoice.daysLate())),
                invoice.open(),
                InvoicingNavigation.invoice(invoice.id()));
    }

    private static Comparator<InvoiceSummary> dearestFirst() {
        return Comparator.comparingLong(
                        (InvoiceSummary invoice) -> invoice.open().minor())
                .reversed();
    }
}
