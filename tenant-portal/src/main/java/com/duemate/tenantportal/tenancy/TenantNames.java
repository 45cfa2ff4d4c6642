package com.duemate.tenantportal.tenancy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What tenants may be called, as the registry keeps it. */
final class TenantNames {

    static final int LONGEST = 120;
    static final int LONGEST_SLUG = 39;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9]){1,38}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private TenantNames() {}

    static boolean fits(String name) {
        return !name.isBlank() && name.length() <= LONGEST;
    }

    static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    /** A slug for the name: its letters without their marks, words joined by hyphens; may be empty. */
    static String slugOf(String name) {
        var plain = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var letters =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        var slug = OTHER.matcher(letters).replaceAll("-").replaceAll("^-|-$", "");
        return slug.length() <= LONGEST_SLUG
                ? slug
                : slug.substring(0, LONGEST_SLUG).replaceAll("-$", "");
    }
}
