package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Plans.Send;
import com.duemate.platform.reminders.Plans.Upcoming;
import com.duemate.tenantportal.customers.CustomersNavigation;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** How many messages go out on which day, and the first of them. */
class GoingOutNext {

    private static final int DAYS = 14;
    private static final int SENDS = 8;

    private final Reader reader;
    private final Upcoming upcoming;

    GoingOutNext(Reader reader, Plans plans) {
        this.reader = reader;
        upcoming = plans.upcoming(DAYS, SENDS);
    }

    boolean isEmpty() {
        return upcoming.next().isEmpty();
    }

    /** Each day with its number of messages; days without are left out. */
    Component days() {
        if (isEmpty()) {
            var empty = new EmptyState(Drawing.DONE, reader.text("portalreminders.next.none", DAYS));
            empty.addClassName("dm-card");
            return empty;
        }
        var days = new DescriptionList();
        days.addClassName("dm-facts");
        for (var day : upcoming.days()) {
            if (day.messages() > 0) {
                var when = new DescriptionList.Term();
                when.add(new DateText(reader.when(day.day())));
                var count =
                        new DescriptionList.Description(reader.text("portalreminders.next.messages", day.messages()));
                count.addClassName("dm-end");
                days.add(when, count);
            }
        }
        var card = new Div(days);
        card.addClassNames("dm-card", "dm-stack");
        if (!upcoming.complete()) {
            var note = new Paragraph(reader.text("portalreminders.next.incomplete"));
            note.addClassNames("dm-quiet", "dm-small");
            card.add(note);
        }
        return card;
    }

    /** The next messages, each leading to its customer. */
    Component first() {
        var rows = new UnorderedList();
        rows.addClassName("dm-rows");
        for (var send : upcoming.next()) {
            rows.add(item(reader, send));
        }
        var card = new Div(rows);
        card.addClassNames("dm-card", "dm-card--flush");
        return card;
    }

    /** One message, leading to its customer. */
    static ListItem item(Reader reader, Send send) {
        return new ListItem(row(reader, send));
    }

    private static ListRow row(Reader reader, Send send) {
        Component figure = send.totals().size() == 1
                ? new AmountText(reader.formats(), send.totals().getFirst())
                : new Span(reader.text(
                        "portalreminders.next.currencies", send.totals().size()));
        return new ListRow(CustomersNavigation.customer(send.customer()), send.customerName(), figure)
                .more(new Span(reader.text("reminders.channel." + send.channel()) + " · "
                        + reader.text("reminders.tone." + send.tone()) + " · "
                        + reader.text("portalreminders.next.level", send.level())))
                .when(new DateText(reader.when(send.at())));
    }
}
