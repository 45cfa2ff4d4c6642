package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the row of headers, which may stand below titles and blank lines. */
final class HeaderFinder {

    private static final int GIVEN = 5;
    private static final int STRONG = 3;

    private final Expectations expected;
    private final Set<String> given;

    HeaderFinder(Expectations expected) {
        this.expected = expected;
        this.given = expected.mapping().keySet().stream().map(String::strip).collect(Collectors.toSet());
    }

    /**
     * @param index of the row among those searched; -1 when none has anything in it
     * @param score how much of it was understood; 0 for a guess
     */
    record Found(int index, int score) {}

    Found find(List<RawRow> rows) {
        int best = -1;
        int bestScore = 0;
        int bestFilled = 0;
        for (int i = 0; i < Math.min(rows.size(), Limits.HEADER_SEARCH_ROWS); i++) {
            int filled = filled(rows.get(i));
            int score = score(rows.get(i), filled);
            if (score > bestScore || (score == bestScore && filled > bestFilled)) {
                best = i;
                bestScore = score;
                bestFilled = filled;
            }
        }
        return new Found(bestScore > 0 ? best : firstFull(rows), bestScore);
    }

    private int score(RawRow row, int filled) {
        int score = 0;
        int data = 0;
        var fields = EnumSet.noneOf(ImportField.class);
        for (var cell : row.cells()) {
            var shown = cell.shown().strip();
            if (shown.isEmpty()) {
                continue;
            }
            if (!(cell instanceof Cell.Text) || shown.length() > Limits.EXCERPT_CHARS * 2 || isData(shown)) {
                data++;
                continue;
            }
            score += given.contains(shown) ? GIVEN : 0;
            for (var meaning : HeaderNames.parse(shown, expected.currency()).meanings()) {
                if (fields.add(meaning.field())) {
                    score += meaning.weak() ? 1 : STRONG;
                }
            }
        }
        return data * 4 > filled ? 0 : score;
    }

    private boolean isData(String text) {
        return text.indexOf('@') > 0
                || (Character.isDigit(text.charAt(0))
                        && (WrittenDate.read(text, expected.latestYear()) != null || WrittenAmount.read(text) != null));
    }

    private static int filled(RawRow row) {
        int filled = 0;
        for (var cell : row.cells()) {
            filled += cell.shown().isBlank() ? 0 : 1;
        }
        return filled;
    }

    /** The first row that is at least half as full as the fullest. */
    private static int firstFull(List<RawRow> rows) {
        int fullest = rows.stream().mapToInt(HeaderFinder::filled).max().orElse(0);
        for (int i = 0; i < rows.size() && fullest > 0; i++) {
            if (filled(rows.get(i)) * 2 >= fullest) {
                return i;
            }
        }
        return -1;
    }
}
