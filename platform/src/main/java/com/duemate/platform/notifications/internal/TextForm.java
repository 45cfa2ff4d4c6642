package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.internal.Vocabulary.Sort;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the HTML of a body into the same words without tags, before any value is filled in. */
final class TextForm {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern BRACES = Pattern.compile("\\{\\{ *([a-zA-Z][a-zA-Z0-9]*) *\\}\\}");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|nbsp|#39);");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", "\u00A0", "#39", "'");
    private static final Pattern LINE_EDGES = Pattern.compile("[ \\t]*\\n[ \\t]*");
    private static final Pattern GAPS = Pattern.compile("\\n{3,}");

    private TextForm() {}

    /** @return a template of plain text, to be filled and then {@linkplain #tidy tidied} */
    static String of(String body, Vocabulary vocabulary) {
        var out = new StringBuilder(body.length());
        var tag = MarkupRules.TAG.matcher(body);
        int from = 0;
        String address = "";
        int label = 0;
        while (tag.find()) {
            out.append(words(body.substring(from, tag.start()), vocabulary));
            from = tag.end();
            var name = tag.group(2).toLowerCase(Locale.ROOT);
            boolean closes = !tag.group(1).isEmpty();
            if (name.equals("a") && !closes) {
                var href = MarkupRules.HREF.matcher(tag.group(3));
                address = href.matches() ? href.group(1) : "";
                label = out.length();
            } else if (name.equals("a")) {
                boolean says = out.substring(label).strip().equals(address);
                out.append(address.isEmpty() || says ? "" : ": " + address);
            } else {
                out.append(breakFor(name, closes));
            }
        }
        return out.append(words(body.substring(from), vocabulary)).toString();
    }

    /** No spaces at the edges of lines, at most one empty line in a row. */
    static String tidy(String text) {
        var lines = LINE_EDGES.matcher(text.strip()).replaceAll("\n");
        return GAPS.matcher(lines).replaceAll("\n\n") + "\n";
    }

    private static String words(String run, Vocabulary vocabulary) {
        var text = ENTITY.matcher(SPACE.matcher(run).replaceAll(" "))
                .replaceAll(found -> Matcher.quoteReplacement(ENTITIES.getOrDefault(found.group(1), "")));
        return BRACES.matcher(text).replaceAll(found -> {
            var term = vocabulary.terms().get(found.group(1));
            boolean isBlock = term != null && term.sort() == Sort.BLOCK;
            return Matcher.quoteReplacement(isBlock ? "\n\n" + found.group() + "\n\n" : found.group());
        });
    }

    private static String breakFor(String tag, boolean closes) {
        return switch (tag) {
            case "br", "hr" -> "\n";
            case "li" -> closes ? "" : "\n- ";
            case "p", "h2", "h3", "blockquote", "ul", "ol" -> "\n\n";
            default -> "";
        };
    }
}
