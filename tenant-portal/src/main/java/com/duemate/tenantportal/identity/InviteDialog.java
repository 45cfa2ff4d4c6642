package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.Users;
import com.duemate.platform.identity.Users.Outcome;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.look.SecretOnce;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;

/** Offers somebody a seat; then shows the link that leads there, once. */
class InviteDialog extends Dialog {

    private final Users users;
    private final Reader reader;
    private final Command changed;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final RoleChoice role;
    private final Refusals refusals = new Refusals();

    InviteDialog(Users users, Reader reader, Command changed) {
        this.users = users;
        this.reader = reader;
        this.changed = changed;
        role = new RoleChoice(reader);
        role.setValue(Role.SPECIALIST);
        setHeaderTitle(reader.text("portalidentity.invite.title"));
        setWidth("30rem");
        name.setLabel(reader.text("portalidentity.invite.name"));
        email.setLabel(reader.text("portalidentity.invite.email"));
        refusals.at("name", name).at("email", email).at("role", role);
        var form = new Div(name, email, role);
        form.addClassNames("dm-stack", "dm-stack--fill");
        add(form);
        var send = new Button(reader.text("portalidentity.users.invite"), _ -> invite());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), send);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }

    private void invite() {
        refusals.clear();
        switch (users.invite(email.getValue(), name.getValue(), role.getValue())) {
            case Outcome.Linked linked -> show(linked.url());
            case Outcome.Done _ -> {
                close();
                changed.execute();
            }
            case Outcome.Refused refused -> {
                var words = reader.text(refused.reason());
                if (!refusals.show(refused.field(), words)) {
                    Notice.refused(words);
                }
            }
        }
    }

    private void show(String url) {
        removeAll();
        var person = name.getValue().strip();
        setHeaderTitle(reader.text("portalidentity.invite.doneTitle", person));
        add(new SecretOnce(
                reader.text("portalidentity.user.link"), url, reader.text("portalidentity.invite.note", person)));
        getFooter().removeAll();
        var done = new Button(reader.text("portal.close"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        changed.execute();
    }
}
