package com.duemate.tenantportal.tenancy;

import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.platform.tenancy.Tenants.Settings;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;

/** What the tenant is called, how it counts and tells time, and whether its messages really go out. */
@Route(value = TenancyNavigation.SETTINGS, layout = PortalLayout.class)
@RouteAlias(value = "settings", layout = PortalLayout.class)
@RolesAllowed("MANAGER")
@StyleSheet(StyleSheets.ROOMS)
class SettingsView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final Tenants tenants;
    private final Readers readers;
    private final TextField name = new TextField();
    private final Div form = new Div();
    private final Div mode = new Div();
    private final Refusals refusals = new Refusals();

    SettingsView(Tenants tenants, Readers readers) {
        this.tenants = tenants;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--settings");
        name.setLabel(getTranslation("portaltenancy.settings.name"));
        name.setHelperText(getTranslation("portaltenancy.settings.nameHelp"));
        name.setMaxLength(TenantNames.LONGEST);
        name.addClassName("dm-form__wide");
        refusals.at("name", name);
        form.addClassNames("dm-card", "dm-form");
        var header = new PageHeader(title());
        header.below(new Span(getTranslation("portaltenancy.settings.sub")));
        add(header, form, mode);
    }

    @Override
    public String getPageTitle() {
        return title();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        var tenant = reader.tenant();
        var region = new RegionFields(reader.formats().locale());
        region.offer(reader.now(), tenant);
        name.setValue(tenant.name());
        var save = new Button(getTranslation("portal.save"), _ -> save(tenant, region));
        save.addThemeName("primary");
        var actions = new Div(save);
        actions.addClassName("dm-form__actions");
        form.removeAll();
        form.add(name, region, actions);
        showMode(reader);
    }

    private void save(TenantProfile tenant, RegionFields region) {
        refusals.clear();
        var wanted = name.getValue().strip();
        if (!TenantNames.fits(wanted)) {
            refusals.show("name", getTranslation("portaltenancy.settings.nameRefused"));
            return;
        }
        if (!region.complete()) {
            Notice.refused(getTranslation("portaltenancy.region.incomplete"));
            return;
        }
        tenants.changeSettings(new Settings(
                wanted,
                region.currency.getValue(),
                region.locale.getValue(),
                region.zone.getValue(),
                tenant.testMode()));
        Notice.done(getTranslation("portaltenancy.settings.saved"));
        load();
    }

    private void showMode(Reader reader) {
        mode.removeAll();
        mode.add(new TestModeCard(reader.tenant().testMode(), this::change));
    }

    /** Changes only this, and nothing a person has typed meanwhile. */
    private void change(boolean testMode) {
        var now = tenants.current();
        tenants.changeSettings(new Settings(now.name(), now.currency(), now.locale(), now.zone(), testMode));
        Notice.done(getTranslation(testMode ? "portaltenancy.mode.turnedOn" : "portaltenancy.mode.turnedOff"));
        load();
    }

    private String title() {
        return getTranslation("portaltenancy.settings.title");
    }
}
