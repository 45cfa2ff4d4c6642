package com.duemate.tenantportal.customers;

import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.MessageQuery;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.PaymentSummary;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Plans.Traced;
import com.duemate.platform.reminders.adaptive.AdaptiveTiming;
import com.duemate.platform.reminders.adaptive.Advice;
import com.duemate.platform.reminders.adaptive.UsualHours;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.notifications.NotificationsNavigation;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other rooms know of a customer, as short lists. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
class CustomerRecords {

    private static final int SHOWN = 10;

    private final Invoices invoices;
    private final Payments payments;
    private final Messages messages;
    private final Plans plans;
    private final AdaptiveTiming adaptive;

    CustomerRecords(Invoices invoices, Payments payments, Messages messages, Plans plans, AdaptiveTiming adaptive) {
        this.invoices = invoices;
        this.payments = payments;
        this.messages = messages;
        this.plans = plans;
        this.adaptive = adaptive;
    }

    Section invoices(Reader reader, CustomerId customer) {
        var rows = invoices.open(customer).stream()
                .map(invoice -> InvoicingNavigation.row(reader, invoice))
                .toList();
        return list(reader, "invoices", rows);
    }

    Section messages(Reader reader, CustomerId customer) {
        var rows = messages.list(new MessageQuery(customer, null, List.of(), SHOWN, null)).items().stream()
                .map(message -> NotificationsNavigation.row(reader, message))
                .toList();
        return list(reader, "messages", rows);
    }

    /** What was decided on reminders lately, and what waits. */
    Section reminders(Reader reader, CustomerId customer) {
        var rows = plans.trace(customer, SHOWN, null).items().stream()
                .map(traced -> reminder(reader, traced))
                .toList();
        var section = list(reader, "reminders", rows);
        habit(reader, adaptive.of(customer)).ifPresent(section::add);
        return section;
    }

    /** What is known of the customer's hours; nothing where the tenant does not ask. */
    private static Optional<Paragraph> habit(Reader reader, Advice advice) {
        if (advice.equals(Advice.OFF)) {
            return Optional.empty();
        }
        var words = new Paragraph(
                switch (advice) {
                    case Advice.Given given ->
                        given.usualHours()
                                .map(usual -> usual(reader, usual))
                                .orElseGet(() -> reader.text("portalcustomers.habit.TONE"));
                    case Advice.Nothing(var why) -> reader.text("portalcustomers.habit." + why);
                });
        words.addClassNames("dm-quiet", "dm-small");
        return Optional.of(words);
    }

    private static String usual(Reader reader, UsualHours usual) {
        return reader.text("portalcustomers.habit.HOUR", time(reader, usual.begins()), time(reader, usual.ends()));
    }

    private static String time(Reader reader, LocalTime time) {
        var formats = reader.formats();
        return formats.time(reader.today().atTime(time).atZone(formats.zone()).toInstant());
    }

    private static ListRow reminder(Reader reader, Traced traced) {
        return new ListRow(
                        InvoicingNavigation.invoice(traced.invoice()),
                        reader.text(
                                "portalcustomers.trace.step",
                                traced.number(),
                                traced.decision().step().position()),
                        new Span(reader.text(
                                "reminders.outcome." + traced.decision().outcome())))
                .more(new Span(traced.said()))
                .when(new DateText(reader.when(traced.at())));
    }

    Section payments(Reader reader, CustomerId customer) {
        var rows = payments.list(customer, List.of(), SHOWN, null).items().stream()
                .map(payment -> payment(reader, payment))
                .toList();
        return list(reader, "payments", rows);
    }

    private static Div payment(Reader reader, PaymentSummary payment) {
        var name = new Span(reader.text("portalinvoicing.method", payment.method()));
        name.addClassName("dm-row__title");
        var amount = new AmountText(reader.formats(), payment.amount());
        var state = new Span(reader.text("portalcustomers.payment." + payment.status()));
        state.addClassName("dm-row__more");
        var when = new Span(new DateText(
                reader.when(Optional.ofNullable(payment.receivedAt()).orElse(payment.startedAt()))));
        when.addClassName("dm-row__when");
        var row = new Div(name, payment.status() == PaymentStatus.RECEIVED ? amount.incoming() : amount, state, when);
        row.addClassName("dm-row");
        return row;
    }

    private static Section list(Reader reader, String name, List<? extends com.vaadin.flow.component.Component> rows) {
        var all = new Div();
        all.addClassName("dm-rows");
        rows.forEach(all::add);
        var card = new Div(all);
        card.addClassName("dm-card");
        if (rows.isEmpty()) {
            var none = new Span(reader.text("portalcustomers.page.no." + name));
            none.addClassName("dm-quiet");
            all.add(none);
        } else {
            card.addClassName("dm-card--flush");
        }
        return section(reader.text("portalcustomers.page." + name), card);
    }

    static Section section(String title, Div content) {
        var head = new Div(new H2(title));
        head.addClassName("dm-section__head");
        var section = new Section(head, content);
        section.addClassName("dm-section");
        return section;
    }
}
