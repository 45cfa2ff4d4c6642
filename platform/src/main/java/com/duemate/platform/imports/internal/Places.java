package com.duemate.platform.imports.internal;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads languages and time zones as people write them. */
final class Places {

    private static final Pattern TAG = Pattern.compile("([A-Za-z]{2})(?:[-_]([A-Za-z]{2}))?");
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Map<String, String> LANGUAGES = languages();

    private Places() {}

    /** @return null when it is neither an ISO 639-1 code, with or without a country, nor a language's name */
    static @Nullable Locale language(String text) {
        var tag = TAG.matcher(text);
        if (tag.matches()) {
            var language = LANGUAGES.get(tag.group(1).toLowerCase(Locale.ROOT));
            var region = tag.group(2) == null ? "" : tag.group(2).toUpperCase(Locale.ROOT);
            boolean known = language != null && (region.isEmpty() || REGIONS.contains(region));
            return known ? Locale.of(language, region) : null;
        }
        var named = LANGUAGES.get(text.toLowerCase(Locale.ROOT));
        return named == null ? null : Locale.of(named);
    }

    /** @return null when it is no IANA zone with a place in its name */
    static @Nullable ZoneId zone(String text) {
        boolean known =
                ZONES.contains(text) && (text.indexOf('/') > 0 || text.equals("UTC")) && !text.startsWith("Etc/");
        return known ? ZoneId.of(text) : null;
    }

    /** Codes, and names in English, German and the language itself. */
    private static Map<String, String> languages() {
        var languages = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            languages.put(code, code);
        }
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            for (var shownIn : List.of(Locale.ENGLISH, Locale.GERMAN, language)) {
                languages.putIfAbsent(language.getDisplayLanguage(shownIn).toLowerCase(Locale.ROOT), code);
            }
        }
        return Map.copyOf(languages);
    }
}
