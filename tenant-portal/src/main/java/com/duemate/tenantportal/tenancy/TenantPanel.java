package com.duemate.tenantportal.tenancy;

import com.duemate.platform.reminders.safety.EngineRoom;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.tenancy.TenantRegistry.TenantSummary;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.tenantportal.reminders.RemindersNavigation;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;

/** One tenant as the registry knows it, and the switch that suspends it. */
class TenantPanel extends Div {

    private final TenantRegistry registry;
    private final EngineRoom room;
    private final TenantSummary tenant;
    private final Command changed;

    TenantPanel(
            TenantRegistry registry,
            EngineRoom room,
            TenantSummary tenant,
            @Nullable TenantSummary reseller,
            Formats formats,
            Command changed) {
        this.registry = registry;
        this.room = room;
        this.tenant = tenant;
        this.changed = changed;
        addClassName("dm-stack");
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        fact(facts, "status", StaffTenantsView.badge(this, tenant.status()));
        fact(facts, "slug", new Span(tenant.slug()));
        var portal = new Anchor(tenant.portalUrl(), tenant.portalUrl().replaceFirst("^https?://", ""));
        portal.setTarget(AnchorTarget.BLANK);
        fact(facts, "portal", portal);
        fact(
                facts,
                "reseller",
                reseller == null
                        ? new Span(getTranslation("portaltenancy.tenant.direct"))
                        : new Anchor(TenancyNavigation.tenant(reseller.slug()), reseller.name()));
        var monthly = tenant.monthlyReminders();
        fact(
                facts,
                "monthly",
                new Span(monthly == null ? getTranslation("portaltenancy.tenant.unlimited") : formats.number(monthly)));
        fact(facts, "created", new Span(formats.dateTime(tenant.createdAt())));
        var words = new Paragraph(getTranslation("portaltenancy.tenant.explain." + tenant.status()));
        words.addClassName("dm-quiet");
        add(facts, words, sending());
    }

    private Div sending() {
        var allow = new Button(
                getTranslation("portaltenancy.allowance.change"),
                _ -> new AllowanceDialog(room, tenant, changed).open());
        var stop = new Button(getTranslation("portaltenancy.stop.tenant"), _ -> askToStop("tenant"));
        var buttons = new Div(allow, stop);
        buttons.addClassName("dm-toolbar");
        if (registry.list().stream().anyMatch(other -> tenant.id().equals(other.reseller()))) {
            buttons.add(new Button(getTranslation("portaltenancy.stop.reseller"), _ -> askToStop("reseller")));
        }
        return buttons;
    }

    private void askToStop(String whose) {
        RemindersNavigation.stop(
                        getTranslation("portaltenancy.stop." + whose + ".title", tenant.name()),
                        getTranslation("portaltenancy.stop." + whose + ".follows"),
                        note -> {
                            if (whose.equals("tenant")) {
                                room.stopTenant(tenant.id(), note);
                            } else {
                                room.stopReseller(tenant.id(), note);
                            }
                            Notice.done(getTranslation("portaltenancy.stop.done", tenant.name()));
                            changed.execute();
                        })
                .open();
    }

    /** For the foot of the panel. */
    Component action() {
        if (tenant.status() == TenantStatus.SUSPENDED) {
            return new Button(getTranslation("portaltenancy.tenant.reactivate"), _ -> ask("reactivate", "primary"));
        }
        var suspend = new Button(getTranslation("portaltenancy.tenant.suspend"), _ -> ask("suspend", "primary error"));
        suspend.addThemeVariants(ButtonVariant.ERROR);
        return suspend;
    }

    private void ask(String what, String theme) {
        var sure = new ConfirmDialog(
                getTranslation("portaltenancy.tenant.sure." + what + ".title", tenant.name()),
                getTranslation("portaltenancy.tenant.sure." + what),
                getTranslation("portaltenancy.tenant." + what),
                _ -> change(what));
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("portal.cancel"));
        sure.setConfirmButtonTheme(theme);
        sure.open();
    }

    private void change(String what) {
        if (what.equals("suspend")) {
            registry.suspend(tenant.id());
        } else {
            registry.reactivate(tenant.id());
        }
        Notice.done(getTranslation("portaltenancy.tenant.done." + what, tenant.name()));
        changed.execute();
    }

    private void fact(DescriptionList list, String name, Component value) {
        var description = new DescriptionList.Description();
        description.add(value);
        list.add(new DescriptionList.Term(getTranslation("portaltenancy.tenant.fact." + name)), description);
    }
}
