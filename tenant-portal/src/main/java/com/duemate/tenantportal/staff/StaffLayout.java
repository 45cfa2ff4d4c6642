package com.duemate.tenantportal.staff;

import com.duemate.platform.identity.StaffUser;
import com.duemate.tenantportal.identity.IdentityNavigation;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.messaging.MessagingNavigation;
import com.duemate.tenantportal.reminders.RemindersNavigation;
import com.duemate.tenantportal.tenancy.TenancyNavigation;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands around every screen of the platform's staff: where one is, who one is, the way out. */
@RolesAllowed("STAFF")
@StyleSheet(StyleSheets.PORTAL)
@StyleSheet(StyleSheets.ROOMS)
public class StaffLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Map<String, Anchor> places = new LinkedHashMap<>();
    private final Div content = new Div();

    StaffLayout(AuthenticationContext authentication) {
        addClassName("dm-staff");
        var name = new Span(getTranslation("portalstaff.title"));
        name.addClassName("dm-brand__name");
        var nav = new Nav();
        nav.setAriaLabel(getTranslation("portalstaff.nav"));
        nav.addClassName("dm-staff__nav");
        nav.add(
                place(Sign.TEAM, "portalstaff.nav.tenants", TenancyNavigation.registry()),
                place(Sign.BOLT, "portalstaff.nav.engine", RemindersNavigation.engine()),
                place(Sign.ALERT, "portalmessaging.nav.dead", MessagingNavigation.deadLetters()),
                place(Sign.PHONE, "portalstaff.nav.security", IdentityNavigation.staffSecurity()));
        var who = new Span();
        who.addClassName("dm-staff__who");
        authentication
                .getAuthenticatedUser(StaffUser.class)
                .ifPresent(user -> who.add(new CompanyChip(user.name()).person().detail(user.email())));
        var out =
                new Button(getTranslation("portalstaff.signOut"), Sign.SIGN_OUT.create(), _ -> authentication.logout());
        out.addThemeVariants(ButtonVariant.TERTIARY);
        var bar = new Header(name, nav, who, out);
        bar.addClassName("dm-staff__bar");
        content.addClassName("dm-staff__content");
        add(bar, content);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement old) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var path = event.getLocation().getPath();
        places.forEach((route, place) -> {
            if (path.startsWith(route)) {
                place.getElement().setAttribute("aria-current", "page");
            } else {
                place.getElement().removeAttribute("aria-current");
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getElement().setAttribute("data-surface", "staff");
    }

    private Anchor place(Sign sign, String text, String route) {
        var place = new Anchor(route);
        place.add(sign.create(), new Span(getTranslation(text)));
        place.getElement().setAttribute("router-link", true);
        places.put(route, place);
        return place;
    }
}
