package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads payment terms: "30", "Net 30", "30 Tage netto", "2/10 net 30". */
final class Terms {

    private static final Pattern SHAPE = Pattern.compile(
            "(?:.{0,20}\\b(?:net|netto)[ .:-]{0,3})?([0-9]{1,3})(?: ?(?:days?|tage?n?|jours?|dias|d|t|giorni|dagen|dni|dagar|dage))?\\.?(?: ?(?:net|netto))?");
    private static final int LONGEST = 365;

    private Terms() {}

    /** @return -1 when they cannot be read or exceed a year */
    static int days(String text) {
        var matcher = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (text.length() > ImportField.TERMS_DAYS.maxLength() || !matcher.matches()) {
            return -1;
        }
        int days = Integer.parseInt(matcher.group(1));
        return days <= LONGEST ? days : -1;
    }
}
