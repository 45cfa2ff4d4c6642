package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.SecondFactor;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Signed;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One's own way in: the second step, and the session one is in. */
@Route(value = IdentityNavigation.SECURITY, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
@StyleSheet(StyleSheets.ROOMS)
class SecurityView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final Signed signed;
    private final Readers readers;
    private final SecurityClock clock;
    private final TwoStepCard twoStep;
    private final Section session = new Section();

    SecurityView(SecondFactor secondFactor, Signed signed, Readers readers, SecurityClock clock) {
        this.signed = signed;
        this.readers = readers;
        this.clock = clock;
        twoStep = new TwoStepCard(secondFactor);
        session.addClassName("dm-section");
        addClassNames("dm-view", "dm-view--settings");
        add(
                new PageHeader(getPageTitle()).below(new Span(getTranslation("portalidentity.security.sub"))),
                twoStep,
                session);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalidentity.security.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        twoStep.load();
        var reader = readers.current();
        var user = signed.user();
        var head = new Div(new H2(getTranslation("portalidentity.session.title")));
        head.addClassName("dm-section__head");
        var row = new ItemRow(new CompanyChip(user.person().name())
                        .person()
                        .detail(user.person().email()))
                .state(
                        user.secondFactor()
                                ? new StatusBadge(Tone.GOOD, getTranslation("portalidentity.session.twoSteps"))
                                : new StatusBadge(Tone.QUIET, getTranslation("portalidentity.session.oneStep")))
                .end(new Span(
                        new Span(getTranslation("portalidentity.session.since") + " "),
                        new DateText(reader.formats().relative(user.signedInAt(), clock.now()))));
        session.removeAll();
        session.add(head, ItemRow.card(getTranslation("portalidentity.session.title"), List.of(row)));
    }
}
