package com.duemate.platform.customers.internal;

import com.duemate.platform.customers.Customers.Outcome;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.OneLine;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A draft that passed every check. */
record CheckedCustomer(
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String zone,
        @Nullable PostalAddress address) {

    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{5,14}");

    /** A draft that was refused, with the field and the reason. */
    static final class RefusedDraft extends RuntimeException {

        final transient Outcome.Refused refused;

        RefusedDraft(String field, String reason) {
            super(field);
            this.refused = new Outcome.Refused(field, reason);
        }
    }

    /** @throws RefusedDraft for the first field that does not pass */
    static CheckedCustomer of(DraftCustomer draft) {
        var name = text("name", draft.name(), 200);
        if (!OneLine.isVisible(name)) {
            throw new RefusedDraft("name", "customers.refused.nameMissing");
        }
        var number = Optional.ofNullable(draft.number())
                .map(n -> text("number", n, 64))
                .filter(OneLine::isVisible)
                .orElse(name.substring(0, Math.min(name.length(), 64)));
        return new CheckedCustomer(
                number,
                name,
                optional(draft.email())
                        .map(e -> EmailAddress.parse(e)
                                .orElseThrow(() -> new RefusedDraft("email", "customers.refused.email"))
                                .value())
                        .orElse(null),
                optional(draft.phone()).map(CheckedCustomer::phone).orElse(null),
                optional(draft.language()).map(CheckedCustomer::language).orElse(null),
                optional(draft.zone()).map(CheckedCustomer::zone).orElse(null),
                draft.address() == null ? null : address(draft.address()));
    }

    /** Half of an address reaches nobody: it is complete, or there is none. */
    private static @Nullable PostalAddress address(PostalAddress raw) {
        var street = street(raw.street());
        var city = row("address.city", raw.city());
        var code = optional(raw.postalCode()).map(CheckedCustomer::code).orElse(null);
        var country = optional(raw.country()).map(CheckedCustomer::country).orElse(null);
        if (street.isEmpty() && city.isEmpty() && code == null && country == null) {
            return null;
        }
        if (street.isEmpty()) {
            throw new RefusedDraft("address.street", "customers.refused.streetMissing");
        }
        if (city.isEmpty()) {
            throw new RefusedDraft("address.city", "customers.refused.cityMissing");
        }
        return new PostalAddress(street, code, city, country);
    }

    private static String street(String raw) {
        var rows = raw.lines()
                .map(row -> row("address.street", row))
                .filter(row -> !row.isEmpty())
                .toList();
        if (rows.size() > PostalAddress.MAX_STREET_ROWS) {
            throw new RefusedDraft("address.street", "customers.refused.streetRows");
        }
        return String.join("\n", rows);
    }

    private static String row(String field, String raw) {
        var row = text(field, raw, PostalAddress.MAX_ROW_LENGTH);
        return OneLine.isVisible(row) ? row : "";
    }

    private static String code(String raw) {
        return text("address.postalCode", raw, PostalAddress.MAX_CODE_LENGTH);
    }

    private static String country(String raw) {
        var code = raw.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw new RefusedDraft("address.country", "customers.refused.country");
        }
        return code;
    }

    private static Optional<String> optional(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static String text(String field, String raw, int limit) {
        var text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (text.length() > limit) {
            throw new RefusedDraft(field, "customers.refused.tooLong");
        }
        if (!OneLine.fits(text)) {
            throw new RefusedDraft(field, "customers.refused.characters");
        }
        return text;
    }

    private static String phone(String raw) {
        var phone = raw.replaceAll("[ ()./-]", "").replaceFirst("^00", "+");
        if (!PHONE.matcher(phone).matches()) {
            throw new RefusedDraft("phone", "customers.refused.phone");
        }
        return phone;
    }

    private static String language(String raw) {
        try {
            var locale = new Locale.Builder().setLanguageTag(raw).build();
            if (Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            throw new RefusedDraft("language", "customers.refused.language");
        }
        throw new RefusedDraft("language", "customers.refused.language");
    }

    private static String zone(String raw) {
        try {
            var zone = ZoneId.of(raw).getId();
            if (ZoneId.getAvailableZoneIds().contains(zone)) {
                return zone;
            }
        } catch (DateTimeException e) {
            throw new RefusedDraft("zone", "customers.refused.zone");
        }
        throw new RefusedDraft("zone", "customers.refused.zone");
    }
}
