package com.duemate.customerportal.customers;

import com.duemate.customerportal.parts.Header;
import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.branding.Brands;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.TextStyle;
import org.jspecify.annotations.Nullable;

/** What the tenant knows of one, and whom to ask to change it. */
@Route(value = "my/settings", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class SettingsView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private final MyReaders readers;
    private final Brands brands;

    SettingsView(MyReaders readers, Brands brands) {
        this.readers = readers;
        this.brands = brands;
        addClassNames("dm-view", "dm-view--form");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("my.settings.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var reader = readers.current();
        var customer = reader.customer();
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        fact(facts, reader, "name", customer.name());
        fact(facts, reader, "number", customer.number().equals(customer.name()) ? null : customer.number());
        fact(facts, reader, "email", customer.email());
        fact(facts, reader, "phone", customer.phone());
        fact(facts, reader, "language", customer.locale().getDisplayLanguage(customer.locale()));
        fact(facts, reader, "zone", customer.zone().getDisplayName(TextStyle.FULL, customer.locale()));
        var card = new Section(facts);
        card.addClassNames("dm-section", "dm-card");
        removeAll();
        add(new Header(reader.text("my.settings.title")), card, ask(reader));
    }

    private Paragraph ask(Reader reader) {
        var ask = new Paragraph(reader.text("my.settings.ask"));
        ask.addClassName("dm-quiet");
        var replyTo = brands.current().replyTo();
        if (replyTo != null) {
            ask.add(" ");
            ask.add(new Anchor("mailto:" + replyTo, replyTo));
        }
        return ask;
    }

    private static void fact(DescriptionList facts, Reader reader, String term, @Nullable String value) {
        if (value != null) {
            facts.add(
                    new DescriptionList.Term(reader.text("my.settings." + term)),
                    new DescriptionList.Description(value));
        }
    }
}
