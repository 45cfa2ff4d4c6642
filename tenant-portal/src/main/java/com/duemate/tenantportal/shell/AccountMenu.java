package com.duemate.tenantportal.shell;

import com.duemate.platform.identity.WorkAs;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.Sign;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Who is signed in, the tenants one may work in, and the way out. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@OnRole(ServerRole.TENANT_PORTAL)
class AccountMenu extends MenuBar {

    private final WorkAs workAs;

    AccountMenu(Signed signed, WorkAs workAs, AuthenticationContext authentication) {
        this.workAs = workAs;
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("dm-shell__account");
        var person = signed.user().person();
        var root = addItem(new CompanyChip(person.name()).person());
        root.setAriaLabel(getTranslation("portal.account.label", person.name()));
        var menu = root.getSubMenu();
        menu.addItem(new CompanyChip(person.name()).person().detail(person.email()))
                .setEnabled(false);
        addWorkplaces(menu);
        menu.addComponent(new Hr());
        var out = new Span(Sign.SIGN_OUT.create(), new Span(getTranslation("portal.account.signOut")));
        out.addClassName("dm-shell__search");
        menu.addItem(out, _ -> authentication.logout());
    }

    private void addWorkplaces(SubMenu menu) {
        var choices = workAs.choices();
        if (choices.size() < 2) {
            return;
        }
        menu.addComponent(new Hr());
        menu.addItem(getTranslation("portal.account.workIn")).setEnabled(false);
        for (var choice : choices) {
            var item = menu.addItem(choice.name(), _ -> work(choice));
            item.setCheckable(true);
            item.setChecked(choice.current());
        }
    }

    /** Every open window of the session shows the old tenant, so every one starts anew. */
    private void work(WorkAs.Workplace choice) {
        if (choice.current()) {
            return;
        }
        if (workAs.switchTo(choice.tenant())) {
            VaadinSession.getCurrent().getUIs().forEach(ui -> ui.getPage().setLocation("home"));
        } else {
            Notice.refused(getTranslation("portal.account.closed"));
        }
    }
}
