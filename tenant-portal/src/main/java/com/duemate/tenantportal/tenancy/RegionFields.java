package com.duemate.tenantportal.tenancy;

import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Currency, language and time zone of a tenant, chosen from those that are in use somewhere today. */
class RegionFields extends Div {

    final ComboBox<Currency> currency = new ComboBox<>();
    final ComboBox<Locale> locale = new ComboBox<>();
    final ComboBox<ZoneId> zone = new ComboBox<>();

    private final Locale reader;

    /** @param reader the language of whoever chooses */
    RegionFields(Locale reader) {
        this.reader = reader;
        addClassNames("dm-form", "dm-form__wide");
        currency.setLabel(getTranslation("portaltenancy.region.currency"));
        currency.setHelperText(getTranslation("portaltenancy.region.currencyHelp"));
        currency.setItemLabelGenerator(one -> one.getCurrencyCode() + " · " + one.getDisplayName(reader));
        locale.setLabel(getTranslation("portaltenancy.region.locale"));
        locale.setHelperText(getTranslation("portaltenancy.region.localeHelp"));
        locale.setItemLabelGenerator(one -> one.getDisplayName(reader));
        zone.setLabel(getTranslation("portaltenancy.region.zone"));
        zone.setItemLabelGenerator(RegionFields::spoken);
        add(currency, locale, zone);
    }

    /** Offers what there is on that day, and always what is chosen already. */
    void offer(Instant now, Currency chosenCurrency, Locale chosenLocale, ZoneId chosenZone) {
        currency.setItems(currencies(now, chosenCurrency));
        locale.setItems(locales(chosenLocale));
        zone.setItems(zones(chosenZone));
        zone.addValueChangeListener(_ -> tellTime(now));
        currency.setValue(chosenCurrency);
        locale.setValue(chosenLocale);
        zone.setValue(chosenZone);
        tellTime(now);
    }

    void offer(Instant now, TenantProfile tenant) {
        offer(now, tenant.currency(), tenant.locale(), tenant.zone());
    }

    /** Nothing is left out. */
    boolean complete() {
        return !currency.isEmpty() && !locale.isEmpty() && !zone.isEmpty();
    }

    private void tellTime(Instant now) {
        if (!zone.isEmpty() && !currency.isEmpty()) {
            var there = new Formats(reader, zone.getValue(), currency.getValue());
            zone.setHelperText(getTranslation("portaltenancy.region.zoneHelp", there.time(now)));
        }
    }

    private static List<Currency> currencies(Instant now, Currency chosen) {
        var today = Date.from(now);
        return Stream.concat(
                        Stream.of(chosen),
                        Currency.getAvailableCurrencies().stream()
                                .filter(one ->
                                        com.ibm.icu.util.Currency.isAvailable(one.getCurrencyCode(), today, today))
                                .filter(one -> one.getDefaultFractionDigits() >= 0
                                        && !one.getCurrencyCode().startsWith("X")))
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    private List<Locale> locales(Locale chosen) {
        return Stream.concat(
                        Stream.of(chosen),
                        Stream.of(Locale.getAvailableLocales())
                                .filter(one -> one.getCountry().length() == 2
                                        && one.getScript().isEmpty()
                                        && one.getVariant().isEmpty())
                                .filter(one -> Texts.LANGUAGES.stream().anyMatch(shipped -> shipped.getLanguage()
                                        .equals(one.getLanguage()))))
                .distinct()
                .sorted(Comparator.comparing(one -> one.getDisplayName(reader)))
                .toList();
    }

    private static List<ZoneId> zones(ZoneId chosen) {
        return Stream.concat(
                        Stream.of(chosen.getId()),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe"
                                        + "|Indian|Pacific)/.*")))
                .distinct()
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    private static String spoken(ZoneId zone) {
        return zone.getId().replace('_', ' ').replace("/", " / ");
    }
}
