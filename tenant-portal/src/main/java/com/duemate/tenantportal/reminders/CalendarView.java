package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Plans.Upcoming;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many messages go out on each day of the coming weeks, and to whom on the day one picks. */
@Route(value = RemindersNavigation.ROUTE + "/" + RemindersNavigation.CALENDAR, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
@StyleSheet(StyleSheets.ROOMS)
class CalendarView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private static final int DAYS = 42;
    private static final int SENDS = 200;

    private final Plans plans;
    private final Readers readers;
    private final Div body = new Div();
    private final Section picked = new Section();
    private @Nullable LocalDate day;

    CalendarView(Plans plans, Readers readers, LiveScreens live) {
        this.plans = plans;
        this.readers = readers;
        addClassName("dm-view");
        body.addClassName("dm-columns");
        picked.addClassName("dm-section");
        var header = new PageHeader(getPageTitle())
                .back(getTranslation("portalreminders.list.title"), RemindersNavigation.ROUTE)
                .below(new Span(getTranslation("portalreminders.calendar.sub")));
        add(header, body);
        live.follow(this, this::load);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalreminders.calendar.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        var upcoming = plans.upcoming(DAYS, SENDS);
        body.removeAll();
        if (upcoming.next().isEmpty()) {
            var empty = new EmptyState(Drawing.DONE, reader.text("portalreminders.next.none", DAYS));
            empty.addClassName("dm-card");
            body.add(empty);
            return;
        }
        if (day == null) {
            day = LocalDate.ofInstant(
                    upcoming.next().getFirst().at(), reader.tenant().zone());
        }
        var grid = new CalendarGrid(reader, upcoming.days(), day, chosen -> {
            day = chosen;
            show(reader, upcoming);
        });
        var card = new Div(grid);
        card.addClassNames("dm-card", "dm-stack");
        if (!upcoming.complete()) {
            card.add(new Paragraph(reader.text("portalreminders.next.incomplete")));
        }
        body.add(card, picked);
        show(reader, upcoming);
    }

    private void show(Reader reader, Upcoming upcoming) {
        picked.removeAll();
        var chosen = day;
        if (chosen == null) {
            return;
        }
        var head = new Div(new H2(reader.formats().dateInFull(chosen)));
        head.getElement().setAttribute("aria-live", "polite");
        head.addClassName("dm-section__head");
        var rows = new UnorderedList();
        rows.addClassName("dm-rows");
        var sends = upcoming.next().stream()
                .filter(send ->
                        LocalDate.ofInstant(send.at(), reader.tenant().zone()).equals(chosen))
                .toList();
        sends.forEach(send -> rows.add(GoingOutNext.item(reader, send)));
        int all = upcoming.days().stream()
                .filter(each -> each.day().equals(chosen))
                .mapToInt(Plans.Day::messages)
                .sum();
        var card = new Div(rows);
        card.addClassNames("dm-card", "dm-card--flush");
        picked.add(head);
        if (all == 0) {
            picked.add(new Paragraph(reader.text("portalreminders.calendar.nothing")));
        } else if (sends.isEmpty()) {
            picked.add(new Paragraph(reader.text("portalreminders.calendar.notNamed", all)));
        } else {
            picked.add(card);
            if (all > sends.size()) {
                picked.add(new Paragraph(reader.text("portalreminders.calendar.more", all - sends.size())));
            }
        }
    }
}
