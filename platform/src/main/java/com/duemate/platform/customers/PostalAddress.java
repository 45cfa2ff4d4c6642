package com.duemate.platform.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where letters reach a customer; as somebody typed it in a draft, checked where it is read.
 *
 * @param street street and number, or a post box: 1 to {@value #MAX_STREET_ROWS} rows of at most {@value #MAX_ROW_LENGTH} characters
 * @param postalCode null where there is none; at most {@value #MAX_CODE_LENGTH} characters
 * @param country ISO 3166-1 in two letters; null for the tenant's own
 */
public record PostalAddress(
        String street,
        @Nullable String postalCode,
        String city,
        @Nullable String country) {

    public static final int MAX_STREET_ROWS = 3;
    public static final int MAX_ROW_LENGTH = 100;
    public static final int MAX_CODE_LENGTH = 16;

    /** Countries whose post wants the code behind the city, and those where it has a row of its own (UPU S42). */
    private static final Set<String> CODE_BEHIND = Set.of("US", "CA", "AU", "NZ", "IN", "ZA");

    private static final Set<String> CODE_BELOW = Set.of("GB", "IE");

    /**
     * The rows below the name on an envelope.
     *
     * @param home the country it is posted in, whose name is left out; empty when it is not known
     * @param reader in whose language another country is named
     */
    public List<String> rows(String home, Locale reader) {
        var rows = new ArrayList<>(street.lines().toList());
        var posted = country == null ? home : country;
        if (postalCode == null) {
            rows.add(city);
        } else if (CODE_BELOW.contains(posted)) {
            rows.add(city);
            rows.add(postalCode);
        } else {
            rows.add(CODE_BEHIND.contains(posted) ? city + " " + postalCode : postalCode + " " + city);
        }
        if (country != null && !country.equals(home)) {
            rows.add(Locale.of("", country).getDisplayCountry(reader).toUpperCase(reader));
        }
        return List.copyOf(rows);
    }
}
