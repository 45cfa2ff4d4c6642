package com.duemate.tenantportal.shell;

import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.tenantportal.look.BottomBar;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Place.Group;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around every screen of the tenant portal. */
@RolesAllowed("SPECIALIST")
@StyleSheet(StyleSheets.PORTAL)
public class PortalLayout extends AppLayout implements BeforeEnterObserver {

    private static final int ON_THE_BAR = 4;

    private final Signed signed;
    private final SearchDialog search;
    private final KeysDialog keys = new KeysDialog();
    private final Div header = new Div();
    private @Nullable Scope scope;

    PortalLayout(
            List<Navigation> rooms,
            Signed signed,
            BrandSign brand,
            SearchDialog search,
            DemoClock clock,
            WorkStrip work,
            AccountMenu account) {
        this.signed = signed;
        this.search = search;
        setPrimarySection(Section.DRAWER);
        var places = rooms.stream()
                .flatMap(room -> room.places().stream())
                .filter(place -> signed.may(place.needs()))
                .sorted(Comparator.comparing(Place::group).thenComparing(Place::order))
                .toList();
        addToDrawer(brand, navigation(places));
        header.addClassName("dm-shell__bar");
        var searchButton = searchButton();
        var end = new Div(clock, searchButton, account);
        end.addClassName("dm-shell__end");
        header.add(brand.small(), work, end);
        addToNavbar(skipLink(), header);
        getElement().appendChild(bottomBar(places).getElement());
        addClassName("dm-shell");
    }

    /** A screen is drawn for one tenant; when the session works in another one by now, everything is drawn anew. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (scope == null) {
            scope = Scopes.current();
        } else if (!scope.equals(Scopes.current())) {
            event.getUI().getPage().reload();
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        content.getElement().setAttribute("tabindex", "-1");
        super.showRouterLayoutContent(content);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getSession().setErrorHandler(new PortalFaults());
        event.getUI().getPage().addJavaScript("context://" + StyleSheets.KEYS_SCRIPT);
        getElement().executeJs("window.dmKeys.listen(this)");
        getElement()
                .addEventListener("dm-key", pressed -> {
                    switch (pressed.getEventData().get("event.detail").asString()) {
                        case "search" -> search.show();
                        case "keys" -> keys.open();
                        default -> {}
                    }
                })
                .addEventData("event.detail");
    }

    private Div navigation(List<Place> places) {
        var all = new Div();
        all.addClassName("dm-shell__nav");
        var daily = new SideNav();
        daily.getElement().setAttribute("aria-label", getTranslation("portal.nav.label"));
        var settings = new SideNav(getTranslation("portal.nav.settings"));
        for (var place : places) {
            var item = new SideNavItem(
                    getTranslation(place.text()), place.route(), place.sign().create());
            item.setMatchNested(true);
            (place.group() == Group.DAILY ? daily : settings).addItem(item);
        }
        all.add(daily);
        if (!settings.getItems().isEmpty()) {
            all.add(settings);
        }
        return all;
    }

    private BottomBar bottomBar(List<Place> places) {
        var bar = new BottomBar(getTranslation("portal.nav.label"));
        places.stream()
                .filter(place -> place.group() == Group.DAILY)
                .limit(ON_THE_BAR)
                .forEach(place -> bar.place(place.sign(), getTranslation(place.text()), place.route()));
        return bar.more(getTranslation("portal.nav.more"), () -> setDrawerOpened(true));
    }

    private Button searchButton() {
        var key = new Span("/");
        key.addClassName("dm-key");
        key.getElement().setAttribute("aria-hidden", "true");
        var word = new Span(getTranslation("portal.search.open"));
        word.addClassName("dm-shell__word");
        var content = new Span(Sign.SEARCH.create(), word, key);
        content.addClassName("dm-shell__search");
        var button = new Button(content, _ -> search.show());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation("portal.search.open"));
        return button;
    }

    private NativeButton skipLink() {
        var skip = new NativeButton(getTranslation("portal.skip"), _ -> {
            if (getContent() != null) {
                getContent().getElement().executeJs("this.focus()");
            }
        });
        skip.addClassName("dm-skip");
        return skip;
    }
}
