package com.duemate.platform.imports.internal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date as somebody wrote it.
 *
 * @param first the month when {@code settled}, else the number written first
 * @param settled whether the notation itself says which number is the month: year first, or a month by name
 */
record WrittenDate(int first, int second, int year, boolean settled) {

    private static final int LONGEST = 40;
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> FILLERS =
            new HashSet<>(List.of("st", "nd", "rd", "th", "er", "de", "del", "of", "den", "le", "the"));

    static {
        for (var language : List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb")) {
            var locale = Locale.of(language);
            for (var style :
                    List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                for (var month : Month.values()) {
                    MONTHS.putIfAbsent(bare(month.getDisplayName(style, locale)), month.getValue());
                }
                for (var day : DayOfWeek.values()) {
                    FILLERS.add(bare(day.getDisplayName(style, locale)));
                }
            }
        }
        MONTHS.put("sept", 9);
        MONTHS.put("mrz", 3);
        MONTHS.remove("");
    }

    /** Which of two numbers is the day: the choice a column makes as a whole. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        /** The column has both, so dates that could be either are refused. */
        MIXED;

        boolean dayFirst() {
            return this == DAY_FIRST;
        }
    }

    /**
     * @param latestYear years of two digits are taken to lie in the hundred years up to this one
     * @return null when it is no date; a day that does not exist is still a written date
     */
    static @Nullable WrittenDate read(String text, int latestYear) {
        int end = text.length() > LONGEST ? 0 : endOfDay(text);
        var numbers = new int[3];
        var digits = new int[3];
        int count = 0;
        int month = 0;
        int monthAt = 0;
        for (int i = 0; i < end; ) {
            char c = text.charAt(i);
            int from = i;
            if (isDigit(c)) {
                int number = 0;
                for (; i < end && isDigit(text.charAt(i)); i++) {
                    number = number * 10 + text.charAt(i) - '0';
                }
                if (count == 3 || i - from > 8) {
                    return null;
                }
                digits[count] = i - from;
                numbers[count++] = number;
            } else if (Character.isLetter(c)) {
                while (i < end && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                var word = bare(text.substring(from, i));
                var named = MONTHS.get(word);
                if (named != null && month == 0) {
                    month = named;
                    monthAt = count;
                } else if (named != null || !FILLERS.contains(word)) {
                    return null;
                }
            } else if (isSeparator(c)) {
                i++;
            } else {
                return null;
            }
        }
        if (month > 0) {
            return count == 2 ? named(month, monthAt, numbers, digits, latestYear) : null;
        }
        if (count == 1 && digits[0] == 8) {
            return new WrittenDate(numbers[0] / 100 % 100, numbers[0] % 100, numbers[0] / 10_000, true);
        }
        if (count != 3 || digits[1] > 2) {
            return null;
        }
        if (digits[0] == 4 && digits[2] <= 2) {
            return new WrittenDate(numbers[1], numbers[2], numbers[0], true);
        }
        if (digits[0] > 2 || (digits[2] != 4 && digits[2] != 2)) {
            return null;
        }
        return new WrittenDate(numbers[0], numbers[1], fullYear(numbers[2], digits[2], latestYear), false);
    }

    private static @Nullable WrittenDate named(int month, int at, int[] numbers, int[] digits, int latestYear) {
        if (at == 1 && digits[0] == 4 && digits[1] <= 2) {
            return new WrittenDate(month, numbers[1], numbers[0], true);
        }
        if (at == 2 || digits[0] > 2 || (digits[1] != 4 && digits[1] != 2)) {
            return null;
        }
        return new WrittenDate(month, numbers[0], fullYear(numbers[1], digits[1], latestYear), true);
    }

    /** Whether only the order makes it a date: 13/1 cannot begin with a month. */
    boolean provesDayFirst() {
        return !settled && first > 12 && first <= 31 && second >= 1 && second <= 12;
    }

    boolean provesMonthFirst() {
        return !settled && second > 12 && second <= 31 && first >= 1 && first <= 12;
    }

    /** Whether both orders give a date, and not the same one. */
    boolean isAmbiguous() {
        return !settled && first != second && first >= 1 && first <= 12 && second >= 1 && second <= 12;
    }

    /** @return null when there is no such day in that order */
    @Nullable
    LocalDate in(Order order) {
        boolean monthFirst = settled || (order == Order.MIXED ? provesMonthFirst() : !order.dayFirst());
        try {
            return monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int fullYear(int year, int digits, int latestYear) {
        if (digits == 4) {
            return year;
        }
        int full = latestYear / 100 * 100 + year;
        return full > latestYear ? full - 100 : full;
    }

    /** Leaves a time of day out: what stands from the space or T before the first colon. */
    private static int endOfDay(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text.length();
        }
        int at = colon - 1;
        while (at >= 0 && isDigit(text.charAt(at))) {
            at--;
        }
        return at >= 0 && (text.charAt(at) == 'T' || text.charAt(at) == ' ') ? at : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '.' || c == '-' || c == ' ' || c == ',' || c == '\u00A0' || c == '\u202F';
    }

    private static String bare(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }
}
