package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.User;
import com.duemate.platform.identity.Users;
import com.duemate.platform.identity.Users.Outcome;
import com.duemate.tenantportal.look.SecretOnce;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One person: what is known, the role, and what an owner can do about the seat. */
class UserPanel extends Div {

    private final Users users;
    private final User user;
    private final Reader reader;
    private final boolean self;
    private final Command changed;
    private final RoleChoice role;
    private final Div shownOnce = new Div();

    UserPanel(Users users, User user, Reader reader, boolean self, Command changed) {
        this.users = users;
        this.user = user;
        this.reader = reader;
        this.self = self;
        this.changed = changed;
        role = new RoleChoice(reader);
        role.setValue(user.role());
        role.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                change(change.getValue());
            }
        });
        addClassName("dm-stack");
        role.setReadOnly(self);
        add(facts(), shownOnce, role);
        if (self) {
            add(quiet("portalidentity.user.self"));
        }
        if (!user.ownAccount()) {
            add(quiet("portalidentity.user.elsewhere"));
        }
    }

    /** For the foot of the panel. */
    Component[] actions() {
        List<Button> buttons = new ArrayList<>();
        switch (user.state()) {
            case INVITED -> {
                buttons.add(button("newLink", () -> link(() -> users.invite(user.email(), user.name(), user.role()))));
                buttons.add(button("withdraw", () -> sure("withdraw", () -> users.withdraw(user.id()))));
            }
            case ACTIVE -> {
                if (user.ownAccount()) {
                    buttons.add(button("passwordLink", () -> link(() -> users.passwordLink(user.id()))));
                    if (user.secondFactor() && !self) {
                        buttons.add(button(
                                "resetSecond", () -> sure("resetSecond", () -> users.resetSecondFactor(user.id()))));
                    }
                }
                if (!self) {
                    buttons.add(button("disable", () -> sure("disable", () -> users.disable(user.id()))));
                }
            }
            case DISABLED -> buttons.add(button("enable", () -> done("enable", users.enable(user.id()))));
        }
        return buttons.toArray(Component[]::new);
    }

    private void change(Role wanted) {
        switch (users.changeRole(user.id(), wanted)) {
            case Outcome.Refused refused -> {
                role.setValue(user.role());
                role.setErrorMessage(reader.text(refused.reason()));
                role.setInvalid(true);
            }
            case Outcome.Done _, Outcome.Linked _ -> {
                Notice.done(reader.text(
                        "portalidentity.user.done.role", user.name(), reader.text("identity.role." + wanted)));
                changed.execute();
            }
        }
    }

    private void link(Supplier<Outcome> command) {
        switch (command.get()) {
            case Outcome.Linked linked -> {
                shownOnce.removeAll();
                shownOnce.add(new SecretOnce(
                        reader.text("portalidentity.user.link"),
                        linked.url(),
                        reader.text(
                                user.state() == User.State.INVITED
                                        ? "portalidentity.invite.note"
                                        : "portalidentity.user.linkNote",
                                user.name())));
                shownOnce.scrollIntoView();
            }
            case Outcome.Refused refused -> Notice.refused(reader.text(refused.reason()));
            case Outcome.Done _ -> changed.execute();
        }
    }

    private void sure(String name, Supplier<Outcome> command) {
        var dialog = new ConfirmDialog(
                reader.text("portalidentity.user.sure." + name + ".title", user.name()),
                reader.text("portalidentity.user.sure." + name),
                reader.text("portalidentity.user." + name),
                _ -> done(name, command.get()));
        dialog.setCancelable(true);
        dialog.setCancelText(reader.text("portal.cancel"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.open();
    }

    private void done(String name, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            Notice.refused(reader.text(refused.reason()));
            return;
        }
        Notice.done(reader.text("portalidentity.user.done." + name, user.name()));
        changed.execute();
    }

    private DescriptionList facts() {
        var list = new DescriptionList();
        list.addClassName("dm-facts");
        fact(list, "email", new Span(user.email()));
        fact(list, "state", UsersView.state(reader, user.state()));
        fact(
                list,
                "second",
                new Span(reader.text(
                        user.secondFactor() ? "portalidentity.user.secondOn" : "portalidentity.user.secondOff")));
        return list;
    }

    private void fact(DescriptionList list, String name, Component value) {
        var description = new DescriptionList.Description();
        description.add(value);
        list.add(new DescriptionList.Term(reader.text("portalidentity.user.fact." + name)), description);
    }

    private Button button(String name, Command action) {
        var button = new Button(reader.text("portalidentity.user." + name), _ -> action.execute());
        if (name.equals("disable") || name.equals("withdraw")) {
            button.addThemeVariants(ButtonVariant.ERROR);
        }
        return button;
    }

    private Paragraph quiet(String key) {
        var words = new Paragraph(reader.text(key));
        words.addClassNames("dm-quiet", "dm-small");
        return words;
    }
}
