package com.duemate.tenantportal.reminders;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.safety.Cause;
import com.duemate.platform.reminders.safety.EngineRoom;
import com.duemate.platform.reminders.safety.EngineRoom.Health;
import com.duemate.platform.reminders.safety.EngineRoom.Standing;
import com.duemate.platform.reminders.safety.Reach;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.tenancy.TenantRegistry.TenantSummary;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.staff.StaffLayout;
import com.duemate.themes.StyleSheets;
import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For staff: what stops sending, who works on what, and how late it is. */
@Route(value = RemindersNavigation.ENGINE, layout = StaffLayout.class)
@RolesAllowed("STAFF")
@StyleSheet(StyleSheets.ROOMS)
class StaffEngineView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final EngineRoom room;
    private final TenantRegistry registry;
    private final Div body = new Div();

    StaffEngineView(EngineRoom room, TenantRegistry registry) {
        this.room = room;
        this.registry = registry;
        addClassNames("dm-view", "dm-view--wide");
        body.addClassName("dm-stack");
        var stop = new Button(getTranslation("portalreminders.engine.stopAll"), _ -> stopAll());
        stop.addThemeVariants(ButtonVariant.ERROR);
        var again = new Button(getTranslation("portalreminders.engine.again"), _ -> load());
        add(new PageHeader(getPageTitle()).quiet(again).quiet(stop), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalreminders.engine.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var health = room.health();
        var standing = room.standing();
        var parts = new EngineParts(this, formats());
        body.removeAll();
        standing.stream().filter(stop -> stop.cause() == Cause.RESTORED).forEach(stop -> body.add(restored(stop)));
        body.add(section("stops", stops(parts, standing)));
        body.add(section("state", parts.figures(health)));
        body.add(section("workers", workers(parts, health)));
        var shards = new Details(getTranslation("portalreminders.engine.shards"), parts.shards(health));
        shards.setWidthFull();
        body.add(shards);
    }

    private Component workers(EngineParts parts, Health health) {
        return health.workers().isEmpty()
                ? new EmptyState(Drawing.SEARCH, getTranslation("portalreminders.engine.nobody"))
                : parts.workers(health);
    }

    private Component stops(EngineParts parts, List<Standing> standing) {
        if (standing.isEmpty()) {
            var none = new EmptyState(Drawing.DONE, getTranslation("portalreminders.engine.none"));
            none.addClassName("dm-card");
            return none;
        }
        Map<TenantId, String> names =
                registry.list().stream().collect(Collectors.toMap(TenantSummary::id, TenantSummary::name));
        return ItemRow.card(
                getTranslation("portalreminders.engine.stops"),
                standing.stream()
                        .map(stop -> parts.stop(stop, whose(stop, names), release(stop, whose(stop, names))))
                        .toList());
    }

    private String whose(Standing stop, Map<TenantId, String> names) {
        var target = stop.target();
        if (target == null) {
            return getTranslation("portalreminders.engine.everybody");
        }
        var name = names.getOrDefault(target, target.toString());
        return stop.reach() == Reach.RESELLER ? getTranslation("portalreminders.engine.reseller", name) : name;
    }

    private Button release(Standing stop, String whose) {
        var button = new Button(getTranslation("portalreminders.engine.release"), _ -> ask(stop, whose));
        button.setAriaLabel(getTranslation("portalreminders.engine.releaseOf", whose));
        button.setVisible(stop.isReleasable());
        return button;
    }

    private Div restored(Standing stop) {
        var words = new Paragraph(getTranslation("portalreminders.engine.restored"));
        words.addClassName("dm-prose");
        var everybody = getTranslation("portalreminders.engine.everybody");
        var card = new Div(
                new H2(getTranslation("portalreminders.engine.restoredTitle")), words, release(stop, everybody));
        card.addClassNames("dm-card", "dm-stack", "dm-card--start");
        return card;
    }

    private void ask(Standing stop, String whose) {
        var sure = new ConfirmDialog(
                getTranslation("portalreminders.engine.sureTitle", whose),
                getTranslation("portalreminders.engine.sure." + stop.cause()),
                getTranslation("portalreminders.engine.release"),
                _ -> {
                    if (room.release(stop.id())) {
                        Notice.done(getTranslation("portalreminders.engine.released", whose));
                    }
                    load();
                });
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("portal.cancel"));
        sure.open();
    }

    private void stopAll() {
        new StopDialog(
                        getTranslation("portalreminders.engine.stopAllTitle"),
                        getTranslation("portalreminders.engine.stopAllFollows"),
                        note -> {
                            room.stopAll(note);
                            Notice.done(getTranslation("portalreminders.engine.stopped"));
                            load();
                        })
                .open();
    }

    private Section section(String what, Component content) {
        var head = new Div(new H2(getTranslation("portalreminders.engine." + what)));
        head.addClassName("dm-section__head");
        var section = new Section(head, content);
        section.addClassName("dm-section");
        return section;
    }

    /** Staff work for tenants in every zone, so they read one time: UTC. */
    private Formats formats() {
        return new Formats(getLocale(), ZoneOffset.UTC, Currency.getInstance("EUR"));
    }
}
