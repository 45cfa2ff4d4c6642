package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.Policies.Policy;
import com.duemate.platform.scope.Permission;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Signed;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The policies at a glance, and what they will send next. */
@Route(value = RemindersNavigation.ROUTE, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
@StyleSheet(StyleSheets.ROOMS)
class RemindersView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final Policies policies;
    private final Plans plans;
    private final Readers readers;
    private final SendingNotice notice;
    private final Div state = new Div();
    private final Div list = new Div();
    private final Section first = new Section();
    private final Section days = new Section();

    RemindersView(
            Policies policies, Plans plans, SendingNotice notice, Readers readers, Signed signed, LiveScreens live) {
        this.policies = policies;
        this.plans = plans;
        this.notice = notice;
        this.readers = readers;
        addClassName("dm-view");
        var header = new PageHeader(getPageTitle()).below(new Span(getTranslation("portalreminders.list.sub")));
        header.quiet(new Button(getTranslation("portalreminders.rules.title"), _ -> getUI().ifPresent(
                        ui -> ui.navigate(RemindersNavigation.assignment()))));
        header.quiet(new Button(getTranslation("portalreminders.calendar.title"), _ -> getUI().ifPresent(
                        ui -> ui.navigate(RemindersNavigation.calendar()))));
        if (signed.may(Permission.MAY_MANAGE)) {
            var create = new Button(
                    getTranslation("portalreminders.list.create"), Sign.PLUS.create(), _ -> getUI().ifPresent(
                                    ui -> ui.navigate(RemindersNavigation.create())));
            create.getElement().setAttribute("data-key", "n");
            header.primary(create);
        }
        list.addClassName("dm-stack");
        first.addClassName("dm-section");
        days.addClassName("dm-section");
        var left = new Div(list, first);
        left.addClassNames("dm-stack");
        var columns = new Div(left, days);
        columns.addClassName("dm-columns");
        add(header, state, columns);
        live.follow(this, this::load);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalreminders.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        state.removeAll();
        notice.of(reader, this::load).ifPresent(state::add);
        list.removeAll();
        for (var policy : policies.list()) {
            list.add(card(reader, policy));
        }
        var next = new GoingOutNext(reader, plans);
        fill(days, "portalreminders.next.days", next.days());
        fill(first, "portalreminders.next.first", next.first());
        first.setVisible(!next.isEmpty());
    }

    private void fill(Section section, String title, Component what) {
        var head = new Div(new H2(getTranslation(title)));
        head.addClassName("dm-section__head");
        section.removeAll();
        section.add(head, what);
    }

    private Anchor card(Reader reader, Policy policy) {
        var version = policy.current();
        var title = new H2(version.name());
        var head = new Div(title);
        head.addClassName("dm-policy__head");
        if (policy.isDefault()) {
            head.add(new StatusBadge(Tone.PARTLY, reader.text("portalreminders.default")));
        }
        var more = new Span(reader.text("portalreminders.list.running", policy.running()) + " · "
                + reader.text(
                        "portalreminders.list.changed",
                        reader.when(policy.changedAt()).text()));
        more.addClassNames("dm-quiet", "dm-small");
        head.add(more);
        var rail = new PolicyRail(reader);
        new PolicyViewModel(Policies.Draft.of(version), reader.tenant().currency())
                .nodes()
                .forEach(rail::show);
        var card = new Anchor(RemindersNavigation.policy(version.id()));
        card.getElement().setAttribute("router-link", true);
        card.addClassNames("dm-card", "dm-policy");
        card.add(head, rail);
        return card;
    }
}
