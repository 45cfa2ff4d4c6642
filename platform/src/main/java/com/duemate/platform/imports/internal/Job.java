package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.ImportState;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as the worker sees it.
 *
 * @param phase null when nothing is to be done
 * @param cursor row up to which the phase is done
 */
record Job(
        UUID id,
        String sha256,
        ImportState state,
        @Nullable Phase phase,
        long cursor,
        @Nullable ImportKind kind,
        Map<String, ImportField> mapping,
        Locale locale,
        Currency currency,
        LocalDate today) {

    Expectations expectations() {
        return new Expectations(locale, currency, today, mapping);
    }
}
