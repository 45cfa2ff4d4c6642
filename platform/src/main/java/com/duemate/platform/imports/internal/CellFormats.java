package com.duemate.platform.imports.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the formats of a workbook's cells say about their numbers: which are days, which are money of some currency.
 *
 * @param from1904 days count from 1904 instead of 1900
 */
record CellFormats(List<Format> formats, boolean from1904) {

    /**
     * @param currency sign or code the format adds, as written
     * @param zeros digits to which the number is filled up with zeros; 0 for none
     */
    record Format(boolean day, @Nullable String currency, int zeros) {

        static final Format GENERAL = new Format(false, null, 0);
        private static final Format DAY = new Format(true, null, 0);
    }

    private static final Pattern LOCALE_CURRENCY = Pattern.compile("\\[\\$([^\\]-]*)[^\\]]*]");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern HIDDEN = Pattern.compile("\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Pattern SIGNS = Pattern.compile("\\p{Sc}+");
    private static final int LONGEST_CODE = 255;

    Format at(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : Format.GENERAL;
    }

    static CellFormats read(XlsxPackage opened, @Nullable String styles, boolean from1904) throws IOException {
        var formats = new ArrayList<Format>();
        try (var part = styles == null ? null : opened.part(styles)) {
            Map<String, Format> own = new HashMap<>();
            boolean inCells = false;
            while (part != null && formats.size() < Limits.CELL_FORMATS && part.advance()) {
                if (part.starts("numFmt") && own.size() < Limits.CELL_FORMATS) {
                    var id = part.attribute("numFmtId");
                    var code = part.attribute("formatCode");
                    if (id != null && code != null) {
                        own.put(id, of(code));
                    }
                } else if (part.starts("cellXfs")) {
                    inCells = true;
                } else if (part.ends("cellXfs")) {
                    break;
                } else if (inCells && part.starts("xf")) {
                    var id = part.attribute("numFmtId");
                    var custom = id == null ? null : own.get(id);
                    formats.add(custom != null ? custom : builtIn(id));
                }
            }
        }
        return new CellFormats(List.copyOf(formats), from1904);
    }

    /** Numbers by ECMA-376, part 1, 18.8.30; those of 27 to 58 are days in East Asian workbooks. */
    private static Format builtIn(@Nullable String id) {
        return switch (id == null ? "" : id) {
            case "14",
                    "15",
                    "16",
                    "17",
                    "22",
                    "27",
                    "28",
                    "29",
                    "30",
                    "31",
                    "36",
                    "50",
                    "51",
                    "52",
                    "53",
                    "54",
                    "55",
                    "56",
                    "57",
                    "58" -> Format.DAY;
            default -> Format.GENERAL;
        };
    }

    static Format of(String code) {
        if (code.length() > LONGEST_CODE || code.equalsIgnoreCase("general") || code.equals("@")) {
            return Format.GENERAL;
        }
        int section = code.indexOf(';');
        var positive = section < 0 ? code : code.substring(0, section);
        var currency = firstGroup(LOCALE_CURRENCY, positive);
        if (currency == null) {
            currency = firstGroup(QUOTED, positive);
        }
        var bare = HIDDEN.matcher(QUOTED.matcher(positive).replaceAll("")).replaceAll("");
        if (currency == null) {
            var signs = SIGNS.matcher(bare);
            currency = signs.find() ? signs.group() : null;
        }
        var lower = bare.toLowerCase(Locale.ROOT);
        boolean time = lower.indexOf('h') >= 0 || lower.indexOf('s') >= 0;
        if (lower.indexOf('y') >= 0 || lower.indexOf('d') >= 0 || (lower.indexOf('m') >= 0 && !time)) {
            return Format.DAY;
        }
        boolean zeros = !bare.isEmpty() && bare.chars().allMatch(c -> c == '0');
        return new Format(false, currency, zeros ? bare.length() : 0);
    }

    private static @Nullable String firstGroup(Pattern pattern, String code) {
        var matcher = pattern.matcher(code);
        if (!matcher.find()) {
            return null;
        }
        var text = matcher.group(1).strip();
        return text.isEmpty() ? null : text;
    }
}
