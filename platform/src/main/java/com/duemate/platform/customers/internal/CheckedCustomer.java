package com.duemate.platform.customers.internal;

import com.duemate.platform.customers.Customers.Outcome;
import com.duemate.platform.customers.DraftCustomer;
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
        @Nullable String zone) {

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
                optional(draft.zone()).map(CheckedCustomer::zone).orElse(null));
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
