package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.SecondFactor;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.staff.StaffLayout;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** A staff member's own second step. */
@Route(value = IdentityNavigation.STAFF_SECURITY, layout = StaffLayout.class)
@RolesAllowed("STAFF")
@StyleSheet(StyleSheets.ROOMS)
class StaffSecurityView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final TwoStepCard twoStep;

    StaffSecurityView(SecondFactor secondFactor) {
        twoStep = new TwoStepCard(secondFactor);
        addClassNames("dm-view", "dm-view--settings");
        add(new PageHeader(getPageTitle()).below(new Span(getTranslation("portalidentity.security.sub"))), twoStep);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalidentity.security.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        twoStep.load();
    }
}
