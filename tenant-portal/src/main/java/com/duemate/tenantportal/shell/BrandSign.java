package com.duemate.tenantportal.shell;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.themes.BrandIcon;
import com.duemate.themes.HexColour;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The tenant's sign at the head of the navigation; brings the tenant's colours onto the page with it. */
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@OnRole(ServerRole.TENANT_PORTAL)
class BrandSign extends Div {

    private static final String TAB = "document.querySelector('link[rel=icon]')?.setAttribute('href', $0)";

    private final Brands brands;
    private final String name;
    private final boolean hasLogo;

    BrandSign(Brands brands, Tenants tenants) {
        this.brands = brands;
        var brand = brands.current();
        name = brand.name().isBlank() ? tenants.current().name() : brand.name();
        hasLogo = brand.logoSha256() != null;
        var style = new Element("style");
        style.setText(brands.styleSheet());
        getElement().appendChild(style);
        getElement().executeJs(TAB, icon(brand.accent()));
        add(sign());
    }

    private String icon(String accent) {
        var svg = BrandIcon.svg(name, new HexColour(accent)).getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    /** The same sign for the header of a phone. */
    Component small() {
        var small = sign();
        small.addClassName("dm-shell__brand");
        return small;
    }

    private Anchor sign() {
        var sign = new Anchor();
        sign.addClassName("dm-brand");
        sign.getElement().setAttribute("href", "home");
        sign.getElement().setAttribute("router-link", true);
        if (hasLogo) {
            var logo = new Image(logo(), "");
            logo.addClassName("dm-brand__logo");
            sign.add(logo);
        }
        var words = new Span(name);
        words.addClassName("dm-brand__name");
        sign.add(words);
        return sign;
    }

    private DownloadHandler logo() {
        return DownloadHandler.fromInputStream(_ -> brands.logo()
                        .map(png -> new DownloadResponse(
                                new ByteArrayInputStream(png), "logo.png", "image/png", png.length))
                        .orElseGet(() -> DownloadResponse.error(404)))
                .inline();
    }
}
