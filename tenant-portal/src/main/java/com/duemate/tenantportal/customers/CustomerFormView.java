package com.duemate.tenantportal.customers;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Ways;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a customer down, or changes one. */
@Route(value = CustomersNavigation.ROUTE + "/new", layout = PortalLayout.class)
@RouteAlias(value = CustomersNavigation.ROUTE + "/:customer/edit", layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class CustomerFormView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    /** Languages one writes to customers in most; others by their tag. */
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja");

    private final Customers customers;
    private final Readers readers;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final TextField phone = new TextField();
    private final TextArea street = new TextArea();
    private final TextField postalCode = new TextField();
    private final TextField city = new TextField();
    private final ComboBox<String> country = new ComboBox<>();
    private final TextField number = new TextField();
    private final ComboBox<String> language = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Div form = new Div();
    private @Nullable CustomerId edited;
    private String title = "";

    CustomerFormView(Customers customers, Readers readers) {
        this.customers = customers;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--form");
        form.addClassName("dm-form");
        name.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        field("name", name).getElement().getClassList().add("dm-form__wide");
        field("email", email);
        field("phone", phone);
        field("address.street", street).getElement().getClassList().add("dm-form__wide");
        field("address.postalCode", postalCode);
        field("address.city", city);
        field("address.country", country);
        field("number", number);
        field("language", language);
        field("zone", zone);
        email.setHelperText(getTranslation("portalcustomers.help.email"));
        phone.setPlaceholder("+351 912 345 678");
        street.setHelperText(getTranslation("portalcustomers.help.address"));
        street.setMaxRows(PostalAddress.MAX_STREET_ROWS);
        street.setMinRows(1);
        country.setItems(Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(this::countryName, Collator.getInstance(getLocale())))
                .toList());
        country.setItemLabelGenerator(this::countryName);
        country.setClearButtonVisible(true);
        country.setHelperText(getTranslation("portalcustomers.help.country"));
        number.setHelperText(getTranslation("portalcustomers.help.number"));
        language.setHelperText(getTranslation("portalcustomers.help.language"));
        zone.setHelperText(getTranslation("portalcustomers.help.zone"));
        language.setItemLabelGenerator(tag -> Locale.forLanguageTag(tag).getDisplayName(getLocale()));
        language.setClearButtonVisible(true);
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList());
        zone.setClearButtonVisible(true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        edited = null;
        var reader = readers.current();
        language.setItems(LANGUAGES);
        var asked = event.getRouteParameters().get("customer");
        if (asked.isEmpty()) {
            title = getTranslation("portalcustomers.form.new");
            show(reader, CustomersNavigation.ROUTE, getTranslation("portalcustomers.list.title"));
            return;
        }
        asked.flatMap(CustomerView::parse)
                .flatMap(customers::find)
                .ifPresentOrElse(found -> edit(reader, found), () -> {
                    title = getTranslation("portalcustomers.page.unknownTitle");
                    add(
                            new PageHeader(title)
                                    .back(getTranslation("portalcustomers.list.title"), CustomersNavigation.ROUTE),
                            new EmptyState(Drawing.SEARCH, getTranslation("portalcustomers.page.unknown")));
                });
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void edit(Reader reader, CustomerDetails customer) {
        edited = customer.id();
        title = getTranslation("portalcustomers.form.edit", customer.name());
        name.setValue(customer.name());
        email.setValue(Optional.ofNullable(customer.email()).orElse(""));
        phone.setValue(Optional.ofNullable(customer.phone()).orElse(""));
        Optional.ofNullable(customer.address()).ifPresent(this::fill);
        number.setValue(customer.number());
        var tag = customer.locale().toLanguageTag();
        if (!LANGUAGES.contains(tag)) {
            language.setItems(java.util.stream.Stream.concat(java.util.stream.Stream.of(tag), LANGUAGES.stream())
                    .toList());
        }
        language.setValue(tag);
        zone.setValue(customer.zone().getId());
        show(reader, CustomersNavigation.customer(customer.id()), customer.name());
    }

    private void fill(PostalAddress address) {
        street.setValue(address.street());
        postalCode.setValue(Objects.requireNonNullElse(address.postalCode(), ""));
        city.setValue(address.city());
        country.setValue(address.country());
    }

    private String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(getLocale());
    }

    private void show(Reader reader, String back, String backTitle) {
        var save = new Button(
                getTranslation(edited == null ? "portalcustomers.form.create" : "portal.save"), _ -> save(reader));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(save, new Button(getTranslation("portal.cancel"), _ -> Ways.go(this, back)));
        actions.addClassName("dm-form__actions");
        add(new PageHeader(title).back(backTitle, back), form, actions);
    }

    private void save(Reader reader) {
        fields.values().forEach(field -> field.setInvalid(false));
        var draft = new DraftCustomer(
                blankToNull(number.getValue()),
                name.getValue(),
                blankToNull(email.getValue()),
                blankToNull(phone.getValue()),
                language.getValue(),
                zone.getValue(),
                new PostalAddress(street.getValue(), postalCode.getValue(), city.getValue(), country.getValue()));
        var id = edited;
        switch (id == null ? customers.create(draft) : customers.update(id, draft)) {
            case Customers.Outcome.Done done -> {
                Notice.done(reader.text(
                        "portalcustomers.done.saved", name.getValue().strip()));
                Ways.go(this, CustomersNavigation.customer(done.id()));
            }
            case Customers.Outcome.Refused refused -> refuse(refused.field(), reader.text(refused.reason()));
        }
    }

    private void refuse(String name, String reason) {
        var field = fields.get(name);
        if (field == null) {
            Notice.refused(reason);
        } else {
            field.setErrorMessage(reason);
            field.setInvalid(true);
        }
    }

    private <F extends Component & HasValidation> Component field(String name, F field) {
        field.setManualValidation(true);
        field.getElement().setProperty("label", getTranslation("portalcustomers.field." + name));
        fields.put(name, field);
        form.add(field);
        return field;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
