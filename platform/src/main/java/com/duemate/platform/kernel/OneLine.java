package com.duemate.platform.kernel;

import java.util.regex.Pattern;

/** What one line of text that people type may hold. */
public final class OneLine {

    /** Control characters, line breaks of all kinds, what turns the direction of the text around it, halves of characters. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}]");

    private OneLine() {}

    /** Whether it may be kept and shown. */
    public static boolean fits(String text) {
        return !UNFIT.matcher(text).find();
    }

    /** Whether a reader sees anything of it. */
    public static boolean isVisible(String text) {
        return text.codePoints()
                .anyMatch(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT);
    }
}
