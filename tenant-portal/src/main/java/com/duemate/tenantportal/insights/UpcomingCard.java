package com.duemate.tenantportal.insights;

import com.duemate.platform.reminders.Plans;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** The next days on which reminders go out, if nothing changes. */
class UpcomingCard extends Section {

    private static final int DAYS = 14;
    private static final int SHOWN = 6;

    UpcomingCard(Reader reader, Plans plans) {
        addClassName("dm-section");
        var head = new Div(new H2(reader.text("portalhome.upcoming.title")));
        head.addClassName("dm-section__head");
        var days = plans.upcoming(DAYS, 0).days().stream()
                .filter(day -> day.messages() > 0)
                .limit(SHOWN)
                .toList();
        var card = new Div();
        card.addClassName("dm-card");
        if (days.isEmpty()) {
            var none = new Span(reader.text("portalhome.upcoming.none"));
            none.addClassName("dm-quiet");
            card.add(none);
        } else {
            var list = new DescriptionList();
            list.addClassName("dm-facts");
            for (var day : days) {
                var term = new DescriptionList.Term();
                term.add(new DateText(reader.when(day.day())));
                list.add(
                        term,
                        new DescriptionList.Description(reader.text("portalhome.upcoming.messages", day.messages())));
            }
            card.add(list);
        }
        add(head, card);
    }
}
