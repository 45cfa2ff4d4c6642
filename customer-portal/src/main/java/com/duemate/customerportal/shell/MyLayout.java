package com.duemate.customerportal.shell;

import com.duemate.customerportal.parts.Signs;
import com.duemate.platform.branding.Brands;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands around every screen of the customer portal: the tenant's sign, the places, the tenant's legal line. */
@RolesAllowed("CUSTOMER")
@StyleSheet("themes/my.css")
public class MyLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Brands brands;
    private final MyReaders readers;
    private final Div place = new Div();
    private final Map<String, Anchor> ways = new LinkedHashMap<>();

    MyLayout(Brands brands, MyReaders readers) {
        this.brands = brands;
        this.readers = readers;
        addClassName("dm-my");
        place.addClassName("dm-my__place");
        place.getElement().setAttribute("tabindex", "-1");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var reader = readers.current();
        var brand = brands.current();
        event.getUI().getPage().addStyleSheet("/brand/" + brand.version() + ".css");
        var head = new com.vaadin.flow.component.html.Header(
                sign(brand.name(), brand.logoSha256() != null, brand.version()), places(reader), leave(reader));
        head.addClassName("dm-my__head");
        removeAll();
        var skip = new NativeButton(
                reader.text("my.nav.skip"), _ -> place.getElement().executeJs("this.focus()"));
        skip.addClassName("dm-skip");
        add(skip, head, place);
        if (!brand.footer().isBlank()) {
            var footer = new Footer(new Span(brand.footer()));
            footer.addClassNames("dm-my__foot", "dm-quiet");
            add(footer);
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        place.getElement().removeAllChildren();
        place.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        place.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var path = event.getLocation().getPath();
        ways.forEach((route, way) -> {
            if (path.equals(route) || (!route.equals("my") && path.startsWith(route + "/"))) {
                way.getElement().setAttribute("aria-current", "page");
            } else {
                way.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static Anchor sign(String name, boolean logo, int version) {
        var sign = new Anchor("my");
        sign.addClassName("dm-brand");
        sign.getElement().setAttribute("router-link", true);
        if (logo) {
            var image = new Image("/brand/logo?v=" + version, "");
            image.addClassName("dm-brand__logo");
            sign.add(image);
        }
        var words = new Span(name);
        words.addClassName("dm-brand__name");
        sign.add(words);
        return sign;
    }

    private Nav places(Reader reader) {
        var nav = new Nav();
        nav.addClassNames("dm-my__nav", "dm-bottom-bar");
        nav.setAriaLabel(reader.text("my.nav.label"));
        nav.add(
                way("my", "invoice", reader.text("my.nav.open")),
                way("my/history", "clock", reader.text("my.nav.history")),
                way("my/receipts", "payment", reader.text("my.nav.receipts")),
                way("my/settings", "settings", reader.text("my.nav.settings")));
        return nav;
    }

    private Anchor way(String route, String sign, String text) {
        var way = new Anchor(route);
        way.getElement().setAttribute("router-link", true);
        way.add(Signs.sign(sign), new Span(text));
        ways.put(route, way);
        return way;
    }

    private static Anchor leave(Reader reader) {
        var leave = new Anchor("/my/sign-out");
        leave.addClassName("dm-my__leave");
        leave.getElement().setAttribute("router-ignore", true);
        leave.add(Signs.sign("sign-out"), new Span(reader.text("my.nav.leave")));
        return leave;
    }
}
