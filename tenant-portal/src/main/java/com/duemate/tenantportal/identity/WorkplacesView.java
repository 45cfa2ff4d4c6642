package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.WorkAs;
import com.duemate.platform.identity.WorkAs.Workplace;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
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
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.RolesAllowed;

/** The tenants one has a seat in, and the way from one to another. */
@Route(value = IdentityNavigation.WORKPLACES, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
@StyleSheet(StyleSheets.ROOMS)
class WorkplacesView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final WorkAs workAs;
    private final Div list = new Div();

    WorkplacesView(WorkAs workAs) {
        this.workAs = workAs;
        addClassNames("dm-view", "dm-view--settings");
        add(new PageHeader(getPageTitle()).below(new Span(getTranslation("portalidentity.workplaces.sub"))), list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalidentity.workplaces.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        list.removeAll();
        list.add(ItemRow.card(
                getPageTitle(), workAs.choices().stream().map(this::row).toList()));
    }

    private ItemRow row(Workplace place) {
        var chip = new CompanyChip(place.name()).detail(getTranslation("identity.role." + place.role()));
        var row = new ItemRow(chip).current(place.current());
        if (place.current()) {
            return row.end(new StatusBadge(Tone.GOOD, getTranslation("portalidentity.workplaces.current")));
        }
        var work = new Button(getTranslation("portalidentity.workplaces.work"), _ -> work(place));
        work.setAriaLabel(getTranslation("portalidentity.workplaces.workAt", place.name()));
        return row.end(work);
    }

    /** Every open window of the session shows the old tenant, so every one starts anew. */
    private void work(Workplace place) {
        if (workAs.switchTo(place.tenant())) {
            VaadinSession.getCurrent().getUIs().forEach(ui -> ui.getPage().setLocation("home"));
        } else {
            Notice.refused(getTranslation("portal.account.closed"));
            load();
        }
    }
}
