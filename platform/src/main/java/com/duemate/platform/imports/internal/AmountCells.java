package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.internal.Sheet.DecidedBy;
import com.duemate.platform.imports.internal.Sheet.Decision;
import com.duemate.platform.imports.internal.WrittenAmount.Evidence;
import com.duemate.platform.imports.internal.WrittenAmount.Mark;
import com.duemate.platform.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads money from cells, with the decimal mark that was decided for their column. */
final class AmountCells {

    private static final Decision<Mark> UNDECIDED = new Decision<>(Mark.DOT, DecidedBy.LOCALE);

    private final Map<ImportField, Decision<Mark>> marks;

    AmountCells(Sheet sheet) {
        this.marks = sheet.decimalMarks();
    }

    /** Money of zero or more, or why it is none. */
    record Outcome(@Nullable Money money, @Nullable Reason flaw) {

        private static Outcome flawed(Reason flaw) {
            return new Outcome(null, flaw);
        }
    }

    /**
     * @param expected the currency when the cell names none, and what a sign of several currencies stands for
     * @param stated whether the row has said its currency, so that the cell may not say another
     */
    Outcome read(ImportField field, Cell cell, Currency expected, boolean stated) {
        return switch (cell) {
            case Cell.Flawed flawed -> Outcome.flawed(flawed.reason());
            case Cell.Day day -> Outcome.flawed(Reason.AMOUNT_UNREADABLE);
            case Cell.Numeric number -> {
                var beside = number.currency();
                var named = beside == null ? null : Currencies.read(beside, expected);
                yield in(
                        named,
                        expected,
                        stated,
                        number.value().abs(),
                        number.value().signum() < 0);
            }
            case Cell.Text text -> written(field, text.shown(), expected, stated);
        };
    }

    private Outcome written(ImportField field, String raw, Currency expected, boolean stated) {
        var text = PlainText.of(raw);
        var amount = WrittenAmount.read(text.text());
        if (amount == null) {
            return Outcome.flawed(text.flaw() != null ? text.flaw() : Reason.AMOUNT_UNREADABLE);
        }
        var beside = amount.currency();
        var named = beside == null ? null : Currencies.read(beside, expected);
        if (beside != null && named == null) {
            return Outcome.flawed(Reason.CURRENCY_UNKNOWN);
        }
        var decision = marks.getOrDefault(field, UNDECIDED);
        var mark = decision.value();
        var evidence = amount.evidence();
        boolean open = evidence == Evidence.LIKELY_COMMA || evidence == Evidence.LIKELY_DOT;
        int digits = Money.digits(named != null ? named : expected);
        if (open && (mark == Mark.MIXED || (digits == 3 && decision.by() == DecidedBy.COLUMN_LEANS))) {
            return Outcome.flawed(Reason.AMOUNT_AMBIGUOUS);
        }
        var value = amount.value(mark != Mark.MIXED ? mark : evidence == Evidence.COMMA ? Mark.COMMA : Mark.DOT);
        return value == null
                ? Outcome.flawed(Reason.AMOUNT_UNREADABLE)
                : in(named, expected, stated, value, amount.negative());
    }

    private static Outcome in(
            @Nullable Currency named, Currency expected, boolean stated, BigDecimal value, boolean negative) {
        if (named != null && stated && !named.equals(expected)) {
            return Outcome.flawed(Reason.CURRENCY_CONTRADICTS);
        }
        var currency = named != null ? named : expected;
        var minor = value.movePointRight(Money.digits(currency)).stripTrailingZeros();
        if (negative && minor.signum() > 0) {
            return Outcome.flawed(Reason.AMOUNT_NEGATIVE);
        }
        if (minor.scale() > 0) {
            return Outcome.flawed(Reason.TOO_MANY_DECIMALS);
        }
        if (minor.compareTo(BigDecimal.valueOf(Money.MAX_MINOR)) > 0) {
            return Outcome.flawed(Reason.AMOUNT_TOO_LARGE);
        }
        return new Outcome(new Money(minor.longValueExact(), currency), null);
    }
}
