package com.duemate.tenantportal.tenancy;

import com.duemate.platform.reminders.safety.EngineRoom;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.tenancy.TenantRegistry.TenantSummary;
import com.duemate.tenantportal.shell.Notice;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.server.Command;

/** How many reminders a tenant may have sent in a calendar month; an empty field lifts the limit. */
class AllowanceDialog extends Dialog {

    private final EngineRoom room;
    private final TenantSummary tenant;
    private final Command changed;
    private final IntegerField monthly = new IntegerField();

    AllowanceDialog(EngineRoom room, TenantSummary tenant, Command changed) {
        this.room = room;
        this.tenant = tenant;
        this.changed = changed;
        setHeaderTitle(getTranslation("portaltenancy.allowance.title", tenant.name()));
        setWidth("28rem");
        var words = new Paragraph(getTranslation("portaltenancy.allowance.explain"));
        words.addClassName("dm-prose");
        monthly.setLabel(getTranslation("portaltenancy.tenant.fact.monthly"));
        monthly.setMin(0);
        monthly.setMax(TenantRegistry.MOST_REMINDERS);
        monthly.setManualValidation(true);
        monthly.setClearButtonVisible(true);
        monthly.setWidthFull();
        monthly.setValue(tenant.monthlyReminders());
        add(words, monthly);
        var save = new Button(getTranslation("portal.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("portal.cancel"), _ -> close()), save);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                monthly.focus();
            }
        });
    }

    private void save() {
        var wanted = monthly.getValue();
        if (wanted != null && (wanted < 0 || wanted > TenantRegistry.MOST_REMINDERS)) {
            monthly.setErrorMessage(getTranslation("portaltenancy.allowance.refused"));
            monthly.setInvalid(true);
            return;
        }
        room.allowReminders(tenant.id(), wanted);
        Notice.done(getTranslation("portaltenancy.allowance.done", tenant.name()));
        close();
        changed.execute();
    }
}
