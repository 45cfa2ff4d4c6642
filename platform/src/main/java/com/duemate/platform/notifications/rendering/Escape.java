package com.duemate.platform.notifications.rendering;

/** How a value is made harmless where it lands. Control characters and marks that turn the reading direction are dropped in both. */
public enum Escape {
    /** Element content and quoted attributes. */
    HTML,
    /** Plain text and headers: one value is one line. */
    TEXT;

    CharSequence escape(CharSequence value) {
        var out = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            if (breaksLine(c) || c == '\t') {
                out.append(' ');
            } else if (!isSilent(c)) {
                append(out, c);
            }
        });
        return out;
    }

    private void append(StringBuilder out, int c) {
        if (this == TEXT) {
            out.appendCodePoint(c);
            return;
        }
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '`' -> out.append("&#96;");
            default -> out.appendCodePoint(c);
        }
    }

    private static boolean breaksLine(int c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isSilent(int c) {
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
