package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.internal.Sheet.DecidedBy;
import com.duemate.platform.imports.internal.Sheet.Decision;
import com.duemate.platform.imports.internal.WrittenAmount.Evidence;
import com.duemate.platform.kernel.Money;
import java.text.DecimalFormatSymbols;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighs how the dates and amounts of a file are written, each column as a whole and over all of its rows, so that no
 * later row can prove an earlier one to have been misread.
 */
final class ColumnNotations {

    /** One in so many cells may go against the others without making the column a mixed one. */
    private static final int TOLERANCE = 20;

    private final Expectations expected;
    private final Map<ImportField, Votes> dates = new EnumMap<>(ImportField.class);
    private final Map<ImportField, Votes> amounts = new EnumMap<>(ImportField.class);
    private final boolean threeDecimals;
    private boolean currencyInCells;

    /** How many cells want one notation and how many the other. */
    private static final class Votes {

        private long first;
        private long second;

        /** Cells that may be either, of which only one is usual. They count when no other does. */
        private long leansFirst;

        /** Whether some cell makes no sense in the other notation, rather than an unlikely one. */
        private boolean proven;

        boolean cast() {
            return first > 0 || second > 0;
        }

        <T> @Nullable T decide(Choice<T> choice) {
            if (!cast()) {
                return leansFirst > 0 ? choice.first : null;
            }
            return second * TOLERANCE <= first
                    ? choice.first
                    : first * TOLERANCE <= second ? choice.second : choice.mixed;
        }
    }

    ColumnNotations(Expectations expected) {
        this.expected = expected;
        this.threeDecimals = Money.digits(expected.currency()) == 3;
    }

    void add(ImportField field, Cell cell) {
        if (field.kind() == ImportField.Kind.DATE) {
            if (cell instanceof Cell.Text text && !text.shown().isEmpty()) {
                addDate(
                        dates.computeIfAbsent(field, f -> new Votes()),
                        text.shown().strip());
            }
        } else if (field.kind() == ImportField.Kind.AMOUNT) {
            if (cell instanceof Cell.Text text && !text.shown().isEmpty()) {
                addAmount(
                        amounts.computeIfAbsent(field, f -> new Votes()),
                        text.shown().strip());
            } else if (cell instanceof Cell.Numeric number && number.currency() != null) {
                currencyInCells |= Currencies.read(number.currency(), expected.currency()) != null;
            }
        }
    }

    private void addDate(Votes votes, String text) {
        var date = WrittenDate.read(text, expected.latestYear());
        if (date == null || date.settled()) {
            return;
        }
        if (date.provesDayFirst()) {
            votes.first++;
            votes.proven = true;
        } else if (date.provesMonthFirst()) {
            votes.second++;
            votes.proven = true;
        } else if (date.isAmbiguous() && text.indexOf('.') > 0) {
            // Nobody writes 1.31.2024.
            votes.leansFirst++;
        }
    }

    private void addAmount(Votes votes, String text) {
        var amount = WrittenAmount.read(text);
        if (amount == null) {
            return;
        }
        currencyInCells |= amount.currency() != null;
        var evidence = amount.evidence();
        votes.proven |= evidence == Evidence.DOT || evidence == Evidence.COMMA;
        switch (evidence) {
            case DOT -> votes.first++;
            case COMMA -> votes.second++;
            // Where the currency has no three decimals, 1,234 makes sense with parted thousands only.
            case LIKELY_DOT -> votes.first += threeDecimals ? 0 : 1;
            case LIKELY_COMMA -> votes.second += threeDecimals ? 0 : 1;
            case NONE -> {}
        }
    }

    boolean currencyInCells() {
        return currencyInCells;
    }

    Map<ImportField, Decision<WrittenDate.Order>> dateOrders() {
        return decided(
                dates,
                new Choice<>(WrittenDate.Order.DAY_FIRST, WrittenDate.Order.MONTH_FIRST, WrittenDate.Order.MIXED),
                dayComesFirst(expected.locale()) ? WrittenDate.Order.DAY_FIRST : WrittenDate.Order.MONTH_FIRST);
    }

    Map<ImportField, Decision<WrittenAmount.Mark>> decimalMarks() {
        return decided(
                amounts,
                new Choice<>(WrittenAmount.Mark.DOT, WrittenAmount.Mark.COMMA, WrittenAmount.Mark.MIXED),
                DecimalFormatSymbols.getInstance(expected.locale()).getDecimalSeparator() == ','
                        ? WrittenAmount.Mark.COMMA
                        : WrittenAmount.Mark.DOT);
    }

    private record Choice<T>(T first, T second, T mixed) {}

    /** A column that cannot tell goes by the other columns of its kind, and they by the tenant's locale. */
    private static <T> Map<ImportField, Decision<T>> decided(
            Map<ImportField, Votes> columns, Choice<T> choice, T byLocale) {
        var all = new Votes();
        columns.values().forEach(votes -> {
            all.first += votes.first;
            all.second += votes.second;
            all.leansFirst += votes.leansFirst;
        });
        var byOthers = all.decide(choice);
        var decisions = new HashMap<ImportField, Decision<T>>();
        columns.forEach((field, votes) -> {
            var own = votes.decide(choice);
            if (own != null && (votes.cast() || !all.cast())) {
                decisions.put(field, new Decision<>(own, votes.proven ? DecidedBy.COLUMN : DecidedBy.COLUMN_LEANS));
            } else if (byOthers != null) {
                decisions.put(field, new Decision<>(byOthers, DecidedBy.OTHER_COLUMNS));
            } else {
                decisions.put(field, new Decision<>(byLocale, DecidedBy.LOCALE));
            }
        });
        return Map.copyOf(decisions);
    }

    private static boolean dayComesFirst(Locale locale) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.indexOf('d') < pattern.indexOf('M');
    }
}
