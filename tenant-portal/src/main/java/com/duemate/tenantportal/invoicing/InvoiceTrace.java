package com.duemate.tenantportal.invoicing;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.payments.PaymentSummary;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Plans.PlanStep;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.Timeline.Mark;
import com.duemate.tenantportal.notifications.NotificationsNavigation;
import com.duemate.tenantportal.reminders.RemindersNavigation;
import com.duemate.tenantportal.shell.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that happened to an invoice and that is to come, from every room that knows a part of it, in order of time. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
class InvoiceTrace {

    private final Payments payments;
    private final Messages messages;
    private final Arrangements arrangements;
    private final Plans plans;

    InvoiceTrace(Payments payments, Messages messages, Arrangements arrangements, Plans plans) {
        this.payments = payments;
        this.messages = messages;
        this.arrangements = arrangements;
        this.plans = plans;
    }

    /**
     * One thing that happened or will.
     *
     * @param exact false for things that have a day and no hour
     * @param route of the page that tells more, without a leading slash
     * @param why the sentence of a decision
     */
    record Entry(
            Instant at,
            boolean exact,
            Mark mark,
            Sign sign,
            String title,
            @Nullable String detail,
            @Nullable String route,
            @Nullable String why) {}

    List<Entry> of(InvoiceSummary invoice, Reader reader) {
        var entries = new ArrayList<Entry>();
        addDays(invoice, reader, entries);
        var steps = plans.of(invoice.id())
                .map(plan -> Stream.concat(plan.earlier().stream(), plan.steps().stream())
                        .toList())
                .orElse(List.of());
        steps.forEach(step -> entries.add(step(step, reader)));
        var told =
                steps.stream().map(PlanStep::message).filter(Objects::nonNull).collect(Collectors.toSet());
        messages
                .list(new Messages.MessageQuery(invoice.customer(), null, List.of(), Page.MAX_LIMIT, null))
                .items()
                .stream()
                .filter(message -> message.subjects().contains(invoice.id().value()))
                .filter(message -> !told.contains(message.id()))
                .map(message -> message(message, reader))
                .forEach(entries::add);
        payments.of(invoice.id()).stream()
                .map(payment -> payment(payment, reader))
                .forEach(entries::add);
        arrangements.of(invoice.id()).stream()
                .map(arrangement -> arrangement(arrangement, reader))
                .forEach(entries::add);
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private static void addDays(InvoiceSummary invoice, Reader reader, List<Entry> entries) {
        boolean draft = invoice.status() == InvoiceStatus.DRAFT;
        entries.add(day(
                invoice.issuedOn(),
                reader,
                draft ? Mark.NEXT : Mark.DONE,
                Sign.INVOICE,
                reader.text(draft ? "portalinvoicing.trace.draft" : "portalinvoicing.trace.issued")));
        if (invoice.status() != InvoiceStatus.VOID) {
            entries.add(day(
                    invoice.dueOn(),
                    reader,
                    invoice.dueOn().isAfter(reader.today()) ? Mark.NEXT : Mark.DONE,
                    Sign.CALENDAR,
                    reader.text("portalinvoicing.trace.due")));
        }
    }

    private static Entry day(LocalDate day, Reader reader, Mark mark, Sign sign, String title) {
        var at = day.atStartOfDay(reader.tenant().zone()).toInstant();
        return new Entry(at, false, mark, sign, title, null, null, null);
    }

    private static Entry step(PlanStep step, Reader reader) {
        var mark =
                switch (step.state()) {
                    case PLANNED -> Mark.NEXT;
                    case WAITING, SKIPPED -> Mark.NOW;
                    case SENT, HANDED_OVER, GROUPED -> Mark.DONE;
                };
        var sign =
                switch (step.state()) {
                    case WAITING, SKIPPED -> Sign.PAUSE;
                    case PLANNED, SENT, HANDED_OVER, GROUPED ->
                        switch (step.channel()) {
                            case EMAIL -> Sign.MESSAGE;
                            case SMS -> Sign.SMS;
                            case LETTER -> Sign.LETTER;
                            case TASK -> Sign.TEAM;
                        };
                };
        var about = reader.text(
                "portalinvoicing.trace.step",
                Map.of(
                        "side", step.offsetDays() < 0 ? "before" : step.offsetDays() == 0 ? "on" : "after",
                        "away", Math.abs(step.offsetDays()),
                        "channel", step.channel().name()));
        return new Entry(
                step.at(),
                true,
                mark,
                sign,
                reader.text("portalinvoicing.trace.state." + step.state(), about),
                reader.text("reminders.tone." + step.tone().name()),
                route(step),
                step.said());
    }

    private static @Nullable String route(PlanStep step) {
        if (step.task() != null) {
            return RemindersNavigation.tasks();
        }
        return step.message() == null ? null : NotificationsNavigation.message(step.message());
    }

    private static Entry message(MessageSummary message, Reader reader) {
        var at = Optional.ofNullable(message.sentAt()).orElse(message.queuedAt());
        var mark =
                switch (message.status()) {
                    case SENT, CAPTURED -> Mark.DONE;
                    case QUEUED, SENDING -> Mark.NOW;
                    case FAILED, UNKNOWN, WITHDRAWN -> Mark.FAILED;
                };
        var detail = reader.text(
                "portalinvoicing.trace.messageTo",
                message.recipientName(),
                NotificationsNavigation.status(reader, message.status()));
        return new Entry(
                at,
                true,
                mark,
                Sign.MESSAGE,
                NotificationsNavigation.kind(reader, message.kind()),
                message.reason() == null ? detail : detail + " " + reader.text(message.reason()),
                NotificationsNavigation.message(message.id()),
                null);
    }

    private static Entry payment(PaymentSummary payment, Reader reader) {
        var mark =
                switch (payment.status()) {
                    case RECEIVED -> Mark.GOOD;
                    case STARTED, IN_FLIGHT -> Mark.NOW;
                    case DECLINED -> Mark.FAILED;
                    case REFUNDED -> Mark.DONE;
                };
        return new Entry(
                Optional.ofNullable(payment.receivedAt()).orElse(payment.startedAt()),
                true,
                mark,
                Sign.PAYMENT,
                reader.text("portalinvoicing.trace.payment." + payment.status(), reader.money(payment.amount())),
                payment.receiptNumber() == null ? null : received(payment, payment.receiptNumber(), reader),
                null,
                null);
    }

    /** How it came is known for sure only once it has. */
    private static String received(PaymentSummary payment, String receipt, Reader reader) {
        return reader.text(
                "portalinvoicing.trace.receipt", reader.text("portalinvoicing.method", payment.method()), receipt);
    }

    private static Entry arrangement(Arrangement arrangement, Reader reader) {
        boolean broken = arrangement.state() == Arrangements.State.BROKEN;
        var mark =
                switch (arrangement.state()) {
                    case ACTIVE -> Mark.NOW;
                    case KEPT -> Mark.GOOD;
                    case BROKEN -> Mark.FAILED;
                    case ENDED -> Mark.DONE;
                };
        var sign =
                switch (arrangement.kind()) {
                    case PROMISE -> broken ? Sign.ALERT : Sign.CALENDAR;
                    case DISPUTE -> Sign.QUESTION;
                    case HOLD -> Sign.PAUSE;
                };
        var title = arrangement.paysOn() == null
                ? reader.text("portalinvoicing.trace." + arrangement.kind() + "." + arrangement.state())
                : reader.text(
                        "portalinvoicing.trace." + arrangement.kind() + "." + arrangement.state(),
                        reader.date(arrangement.paysOn()));
        return new Entry(
                arrangement.at(),
                true,
                mark,
                sign,
                title,
                arrangement.reason().isBlank() ? null : arrangement.reason(),
                null,
                null);
    }
}
