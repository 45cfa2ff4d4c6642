package com.duemate.platform.notifications.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pair of braces in a template. The language is Handlebars reduced to {@code {{name}}}, {@code {{#if name}}},
 * {@code {{else}}}, {@code {{#each name}}} and their ends; whatever else stands in braces is {@link Sort#UNKNOWN}.
 *
 * @param name what is shown, asked for or walked through; the block's word for an end; the raw text when unknown
 * @param from where it begins in the source
 */
record Mustache(Sort sort, String name, int from, int to) {

    enum Sort {
        VALUE,
        IF,
        EACH,
        ELSE,
        END,
        UNKNOWN
    }

    private static final Pattern KNOWN = Pattern.compile("\\{\\{ *(?:(?<else>else)|(?<value>[a-zA-Z][a-zA-Z0-9]*)"
            + "|#(?<open>if|each) +(?<of>[a-zA-Z][a-zA-Z0-9]*)|/(?<end>if|each)) *\\}\\}(?!\\})");

    private static final int SHOWN = 40;

    static List<Mustache> in(String source) {
        var found = new ArrayList<Mustache>();
        var known = KNOWN.matcher(source);
        int at = source.indexOf("{{");
        while (at >= 0) {
            boolean escaped = at > 0 && source.charAt(at - 1) == '\\';
            if (!escaped && known.region(at, source.length()).lookingAt()) {
                found.add(read(known, at));
                at = source.indexOf("{{", known.end());
            } else {
                found.add(new Mustache(Sort.UNKNOWN, shortened(source.substring(at)), at, at + 2));
                at = source.indexOf("{{", at + 2);
            }
        }
        return found;
    }

    static String shortened(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() > SHOWN ? line.substring(0, SHOWN) : line;
    }

    private static Mustache read(Matcher known, int from) {
        if (known.group("else") != null) {
            return new Mustache(Sort.ELSE, "else", from, known.end());
        }
        if (known.group("value") instanceof String value) {
            return new Mustache(Sort.VALUE, value, from, known.end());
        }
        if (known.group("end") instanceof String end) {
            return new Mustache(Sort.END, end, from, known.end());
        }
        var sort = "if".equals(known.group("open")) ? Sort.IF : Sort.EACH;
        return new Mustache(sort, known.group("of"), from, known.end());
    }
}
