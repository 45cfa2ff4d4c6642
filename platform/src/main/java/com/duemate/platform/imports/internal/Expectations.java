package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * What the tenant's settings, and a person, say about a file before it is read.
 *
 * @param locale decides between day first and month first, and between decimal comma and point, where the file cannot
 * @param currency of amounts that name none
 * @param today the business day in the tenant's zone
 * @param mapping header to field, as a person chose; {@link ImportField#IGNORED} leaves a column out. Wins over what is found
 */
record Expectations(Locale locale, Currency currency, LocalDate today, Map<String, ImportField> mapping) {

    private static final int YEARS_AHEAD = 20;

    static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    Expectations {
        mapping = Map.copyOf(mapping);
    }

    /** The last day a document may be dated. */
    LocalDate latest() {
        return today.plusYears(YEARS_AHEAD);
    }

    int latestYear() {
        return latest().getYear();
    }
}
