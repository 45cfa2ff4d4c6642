package com.duemate.platform.imports.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount as somebody wrote it.
 *
 * @param number digits and separators, from the first digit (or the separator before it) to the last
 * @param currency the sign or code beside it, as written
 */
record WrittenAmount(
        String number, boolean negative, @Nullable String currency) {

    private static final int LONGEST = 60;

    /** Which character parts the decimals off: the choice a column makes as a whole. */
    enum Mark {
        DOT,
        COMMA,
        /** The column has both, so amounts that could be either are refused. */
        MIXED
    }

    /** What one amount says about its column. */
    enum Evidence {
        NONE,
        DOT,
        COMMA,
        /** As in 1.234: the dot more likely parts thousands, but it could part decimals. */
        LIKELY_COMMA,
        /** As in 1,234. */
        LIKELY_DOT
    }

    /** @return null when it is no amount */
    static @Nullable WrittenAmount read(String text) {
        int first = 0;
        int last = text.length() - 1;
        while (first <= last && !isDigit(text.charAt(first))) {
            first++;
        }
        while (last >= first && !isDigit(text.charAt(last))) {
            last--;
        }
        if (first > last || text.length() > LONGEST) {
            return null;
        }
        if (first > 0 && (text.charAt(first - 1) == '.' || text.charAt(first - 1) == ',')) {
            first--;
        }
        for (int i = first; i <= last; i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && c != '.' && c != ',' && !isGap(c)) {
                return null;
            }
        }
        var before = new Beside();
        var after = new Beside();
        if (!before.read(text, 0, first) || !after.read(text, endOfDashes(text, last + 1), text.length())) {
            return null;
        }
        if (before.open != after.close || before.close || after.open || (before.minus && after.minus)) {
            return null;
        }
        var currency = before.word.isEmpty() ? after.word.toString() : before.word.toString();
        if (!before.word.isEmpty() && !after.word.isEmpty()) {
            // $12.00 USD: the code says more than the sign.
            currency = after.word.length() == 3 ? after.word.toString() : before.word.toString();
        }
        return new WrittenAmount(
                text.substring(first, last + 1),
                before.minus || after.minus || before.open,
                currency.isEmpty() ? null : currency);
    }

    Evidence evidence() {
        int dot = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            char later = dot > comma ? '.' : ',';
            return number.indexOf(later) == Math.max(dot, comma)
                    ? (dot > comma ? Evidence.DOT : Evidence.COMMA)
                    : Evidence.NONE;
        }
        if (dot < 0 && comma < 0) {
            return Evidence.NONE;
        }
        int at = Math.max(dot, comma);
        if (number.indexOf(number.charAt(at)) != at) {
            return dot >= 0 ? Evidence.COMMA : Evidence.DOT;
        }
        boolean groupLike = number.length() - at == 4 && at >= 1 && at <= 3 && number.charAt(0) != '0';
        if (groupLike) {
            return dot >= 0 ? Evidence.LIKELY_COMMA : Evidence.LIKELY_DOT;
        }
        return dot >= 0 ? Evidence.DOT : Evidence.COMMA;
    }

    /**
     * Without its sign.
     *
     * @param mark not {@link Mark#MIXED}
     * @return null when it cannot be written like this with that mark
     */
    @Nullable
    BigDecimal value(Mark mark) {
        char decimal = mark == Mark.DOT ? '.' : ',';
        int at = number.indexOf(decimal);
        var whole = at < 0 ? number : number.substring(0, at);
        var fraction = at < 0 ? "" : number.substring(at + 1);
        var digits = new StringBuilder(number.length());
        int group = 0;
        boolean grouped = false;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (isDigit(c)) {
                digits.append(c);
                group++;
            } else {
                // Groups of two are Indian lakhs; the last group always has three.
                if (group == 0 || group > 3 || (grouped && group < 2)) {
                    return null;
                }
                grouped = true;
                group = 0;
            }
        }
        if (grouped && group != 3) {
            return null;
        }
        for (int i = 0; i < fraction.length(); i++) {
            if (!isDigit(fraction.charAt(i))) {
                return null;
            }
        }
        return new BigDecimal((digits.isEmpty() ? "0" : digits) + (fraction.isEmpty() ? "" : "." + fraction));
    }

    /** Skips the dashes that stand for no decimals, as in 12,-. */
    private static int endOfDashes(String text, int at) {
        if (at >= text.length() || (text.charAt(at) != ',' && text.charAt(at) != '.')) {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && isDash(text.charAt(end))) {
            end++;
        }
        return end > at + 1 ? end : at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\'' || c == '\u2019';
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '\u2212' || c == '\u2013' || c == '\u2014';
    }

    /** What stands on one side of the number. */
    private static final class Beside {

        private final StringBuilder word = new StringBuilder();
        private boolean minus;
        private boolean open;
        private boolean close;

        boolean read(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (isDash(c) && !minus) {
                    minus = true;
                } else if (c == '(' && !open) {
                    open = true;
                } else if (c == ')' && !close) {
                    close = true;
                } else if (Character.isLetter(c) || c == '.' || Character.getType(c) == Character.CURRENCY_SYMBOL) {
                    word.append(c);
                } else if (!isGap(c) && !(c == '+' && word.isEmpty())) {
                    return false;
                }
            }
            return true;
        }
    }
}
