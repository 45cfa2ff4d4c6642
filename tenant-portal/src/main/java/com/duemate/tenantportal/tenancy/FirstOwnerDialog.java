package com.duemate.tenantportal.tenancy;

import com.duemate.platform.identity.FirstOwners;
import com.duemate.platform.identity.Users.Outcome;
import com.duemate.platform.tenancy.TenantRegistry.TenantSummary;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.look.SecretOnce;
import com.duemate.tenantportal.shell.Notice;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;

/** Lets the first person into a tenant; then shows the link that leads there, once. */
class FirstOwnerDialog extends Dialog {

    private final FirstOwners owners;
    private final TenantSummary tenant;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final Refusals refusals = new Refusals();

    FirstOwnerDialog(FirstOwners owners, TenantSummary tenant) {
        this.owners = owners;
        this.tenant = tenant;
        setHeaderTitle(getTranslation("portaltenancy.owner.title", tenant.name()));
        setWidth("30rem");
        var words = new Paragraph(getTranslation("portaltenancy.owner.explain"));
        words.addClassName("dm-prose");
        name.setLabel(getTranslation("portaltenancy.owner.name"));
        email.setLabel(getTranslation("portaltenancy.owner.email"));
        refusals.at("name", name).at("email", email);
        var form = new Div(words, name, email);
        form.addClassNames("dm-stack", "dm-stack--fill");
        add(form);
        var send = new Button(getTranslation("portaltenancy.owner.send"), _ -> invite());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("portal.cancel"), _ -> close()), send);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }

    private void invite() {
        refusals.clear();
        switch (owners.invite(tenant.id(), email.getValue(), name.getValue())) {
            case Outcome.Linked linked -> show(linked.url());
            case Outcome.Done _ -> close();
            case Outcome.Refused refused -> {
                var words = getTranslation(refused.reason());
                if (!refusals.show(refused.field(), words)) {
                    Notice.refused(words);
                }
            }
        }
    }

    /** Closing by a slip of the hand would lose it, so only the button closes now. */
    private void show(String url) {
        removeAll();
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var person = name.getValue().strip();
        setHeaderTitle(getTranslation("portaltenancy.owner.doneTitle", person));
        add(new SecretOnce(
                getTranslation("portaltenancy.owner.link"), url, getTranslation("portaltenancy.owner.note", person)));
        getFooter().removeAll();
        var done = new Button(getTranslation("portal.close"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
