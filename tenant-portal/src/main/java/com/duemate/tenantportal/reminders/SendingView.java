package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.SendingTimes;
import com.duemate.platform.reminders.SendingTimes.Outcome;
import com.duemate.platform.reminders.adaptive.AdaptiveTiming;
import com.duemate.platform.reminders.safety.SendingStops;
import com.duemate.platform.reminders.safety.Stopped;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** When customers may be written to, and how often. */
@Route(value = RemindersNavigation.SENDING, layout = PortalLayout.class)
@RolesAllowed("MANAGER")
@StyleSheet(StyleSheets.ROOMS)
class SendingView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final SendingTimes times;
    private final AdaptiveTiming adaptive;
    private final Readers readers;
    private final SendingStops stops;
    private final SendingNotice notice;
    private final Div state = new Div();
    private final Div form = new Div();
    private final Div habits = new Div();
    private final Div stop = new Div();
    private final Refusals refusals = new Refusals();

    SendingView(
            SendingTimes times, AdaptiveTiming adaptive, SendingStops stops, SendingNotice notice, Readers readers) {
        this.times = times;
        this.adaptive = adaptive;
        this.stops = stops;
        this.notice = notice;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--form");
        form.addClassNames("dm-card", "dm-form");
        add(
                new PageHeader(getPageTitle()).below(new Span(getTranslation("portalreminders.sending.sub"))),
                state,
                form,
                habits,
                stop);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalreminders.sending.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var fields = new SendingFields(readers.current(), refusals);
        fields.show(times.current());
        var save = new Button(getTranslation("portal.save"), _ -> save(fields));
        save.addThemeName("primary");
        var actions = new Div(save);
        actions.addClassName("dm-form__actions");
        form.removeAll();
        form.add(fields, actions);
        loadHabits();
        loadState();
    }

    private void loadHabits() {
        habits.removeAll();
        habits.add(new HabitCard(adaptive, readers.current(), this::loadHabits));
    }

    private void loadState() {
        state.removeAll();
        stop.removeAll();
        notice.of(readers.current(), this::loadState).ifPresent(state::add);
        if (stops.current().filter(Stopped::isOwn).isEmpty()) {
            stop.add(new StopCard(stops, this::loadState));
        }
    }

    private void save(SendingFields fields) {
        refusals.clear();
        var draft = fields.read();
        if (draft.isEmpty()) {
            Notice.refused(getTranslation("portalreminders.sending.incomplete"));
            return;
        }
        switch (times.change(draft.get())) {
            case Outcome.Done _ -> {
                Notice.done(getTranslation("portalreminders.sending.saved"));
                load();
            }
            case Outcome.Refused refused -> {
                var words = getTranslation(refused.reason());
                if (!refusals.show(refused.field(), words)) {
                    Notice.refused(words);
                }
            }
        }
    }
}
