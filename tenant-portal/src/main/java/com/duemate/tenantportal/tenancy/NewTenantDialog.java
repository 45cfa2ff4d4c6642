package com.duemate.tenantportal.tenancy;

import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.tenancy.TenantRegistry.NewTenant;
import com.duemate.platform.tenancy.TenantRegistry.SlugTaken;
import com.duemate.platform.tenancy.TenantRegistry.TenantSummary;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.shell.Notice;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** Registers a tenant; its short name follows the name until somebody writes another. */
class NewTenantDialog extends Dialog {

    private final TenantRegistry registry;
    private final SerializableConsumer<String> created;
    private final TextField name = new TextField();
    private final TextField slug = new TextField();
    private final ComboBox<TenantSummary> reseller = new ComboBox<>();
    private final Checkbox testMode = new Checkbox(true);
    private final RegionFields region;
    private final Refusals refusals = new Refusals();

    /** @param created called with the new tenant's slug */
    NewTenantDialog(TenantRegistry registry, Instant now, SerializableConsumer<String> created) {
        this.registry = registry;
        this.created = created;
        setHeaderTitle(getTranslation("portaltenancy.new.title"));
        setWidth("40rem");
        name.setLabel(getTranslation("portaltenancy.settings.name"));
        name.setMaxLength(TenantNames.LONGEST);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> suggest(change.getOldValue(), change.getValue()));
        slug.setLabel(getTranslation("portaltenancy.new.slug"));
        slug.setHelperText(getTranslation("portaltenancy.new.slugHelp"));
        slug.setMaxLength(TenantNames.LONGEST_SLUG);
        reseller.setLabel(getTranslation("portaltenancy.tenant.fact.reseller"));
        reseller.setHelperText(getTranslation("portaltenancy.new.resellerHelp"));
        reseller.setClearButtonVisible(true);
        reseller.setItems(registry.list());
        reseller.setItemLabelGenerator(TenantSummary::name);
        region = new RegionFields(getLocale());
        region.offer(now, Currency.getInstance("EUR"), Locale.forLanguageTag("en-GB"), ZoneId.of("Europe/London"));
        testMode.setLabel(getTranslation("portaltenancy.new.testMode"));
        testMode.addClassName("dm-form__wide");
        refusals.at("name", name).at("slug", slug);
        var form = new Div(name, slug, region, reseller, testMode);
        form.addClassNames("dm-form", "dm-form--dialog");
        add(form);
        var create = new Button(getTranslation("portaltenancy.registry.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("portal.cancel"), _ -> close()), create);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }

    private void suggest(String before, String now) {
        if (slug.isEmpty() || slug.getValue().equals(TenantNames.slugOf(before))) {
            slug.setValue(TenantNames.slugOf(now));
        }
    }

    private void create() {
        refusals.clear();
        var wanted = name.getValue().strip();
        if (!TenantNames.fits(wanted)) {
            refusals.show("name", getTranslation("portaltenancy.settings.nameRefused"));
        } else if (!TenantNames.isSlug(slug.getValue())) {
            refusals.show("slug", getTranslation("portaltenancy.new.slugRefused"));
        } else if (!region.complete()) {
            Notice.refused(getTranslation("portaltenancy.region.incomplete"));
        } else {
            register(wanted);
        }
    }

    private void register(String wanted) {
        var behind = reseller.getValue();
        try {
            registry.create(new NewTenant(
                    slug.getValue(),
                    wanted,
                    region.currency.getValue(),
                    region.locale.getValue(),
                    region.zone.getValue(),
                    testMode.getValue(),
                    behind == null ? null : behind.id()));
        } catch (SlugTaken _) {
            refusals.show("slug", getTranslation("portaltenancy.new.slugTaken", slug.getValue()));
            return;
        }
        close();
        Notice.done(getTranslation("portaltenancy.new.done", wanted));
        created.accept(slug.getValue());
    }
}
