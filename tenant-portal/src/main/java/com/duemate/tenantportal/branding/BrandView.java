package com.duemate.tenantportal.branding;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.branding.Brands;
import com.duemate.platform.branding.Brands.Outcome;
import com.duemate.platform.notifications.SampleMessages;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;

/** How the tenant looks to its customers, with the page and the message they would see while one chooses. */
@Route(value = BrandingNavigation.ROUTE, layout = PortalLayout.class)
@RolesAllowed("MANAGER")
@StyleSheet(StyleSheets.ROOMS)
class BrandView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final Brands brands;
    private final SampleMessages samples;
    private final Readers readers;
    private final BrandForm form = new BrandForm();
    private final LogoCard logo = new LogoCard(this::changeLogo, this::removeLogo);
    private final Div preview = new Div();

    BrandView(Brands brands, SampleMessages samples, Readers readers) {
        this.brands = brands;
        this.samples = samples;
        this.readers = readers;
        addClassName("dm-view");
        var save = new Button(getTranslation("portal.save"), _ -> save());
        var left = new Div(form, logo);
        left.addClassName("dm-stack");
        preview.addClassName("dm-beside__stay");
        var both = new Div(left, preview);
        both.addClassName("dm-beside");
        add(
                new PageHeader(getPageTitle())
                        .below(new Span(getTranslation("portalbranding.brand.sub")))
                        .primary(save),
                both);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalbranding.brand.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        form.show(brands.current());
        showKept();
    }

    private void save() {
        switch (brands.change(form.draft())) {
            case Outcome.Changed _ -> {
                Notice.done(getTranslation("portalbranding.brand.saved"));
                form.show(brands.current());
                showKept();
            }
            case Outcome.Refused refused -> {
                var words = getTranslation(refused.reason());
                if (!form.refuse(refused.field(), words)) {
                    Notice.refused(words);
                }
            }
        }
    }

    private void changeLogo(byte[] picture) {
        switch (brands.changeLogo(new ByteArrayInputStream(picture))) {
            case Outcome.Changed _ -> {
                Notice.done(getTranslation("portalbranding.logo.saved"));
                showKept();
            }
            case Outcome.Refused refused -> logo.refuse(getTranslation(refused.reason()));
        }
    }

    private void removeLogo() {
        brands.removeLogo();
        showKept();
    }

    /** What only changes when it is saved: the logo, and with it the preview's ground. */
    private void showKept() {
        Brand brand = brands.current();
        var picture = brands.logo();
        var reader = readers.current();
        logo.show(picture, brand.version());
        var shown = new BrandPreview(samples, reader, picture, brand.version());
        form.onChange(shown::show);
        shown.show(form.draft());
        preview.removeAll();
        preview.add(shown);
    }
}
