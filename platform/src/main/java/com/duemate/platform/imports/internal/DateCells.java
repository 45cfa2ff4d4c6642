package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads days from cells, in the order that was decided for their column. */
final class DateCells {

    private static final BigDecimal EIGHT_DIGITS = BigDecimal.valueOf(10_000_000);

    private final Map<ImportField, WrittenDate.Order> orders = new EnumMap<>(ImportField.class);
    private final Expectations expected;
    private final boolean from1904;

    DateCells(Sheet sheet, Expectations expected) {
        this.expected = expected;
        this.from1904 =
                sheet.table() instanceof XlsxTable xlsx && xlsx.formats().from1904();
        sheet.dateOrders().forEach((field, decision) -> orders.put(field, decision.value()));
    }

    /** A day, or why it is none. */
    record Outcome(@Nullable LocalDate value, @Nullable Reason flaw) {

        private static Outcome flawed(Reason flaw) {
            return new Outcome(null, flaw);
        }
    }

    Outcome read(ImportField field, Cell cell) {
        return switch (cell) {
            case Cell.Flawed flawed -> Outcome.flawed(flawed.reason());
            case Cell.Day day -> inRange(day.value());
            case Cell.Numeric number -> serial(field, number);
            case Cell.Text text -> written(field, text.shown());
        };
    }

    private Outcome serial(ImportField field, Cell.Numeric number) {
        if (number.value().compareTo(EIGHT_DIGITS) >= 0) {
            return written(field, number.shown());
        }
        var day = XlsxRows.day(number.value(), from1904);
        return day == null ? Outcome.flawed(Reason.DATE_UNREADABLE) : inRange(day);
    }

    private Outcome written(ImportField field, String raw) {
        var text = PlainText.of(raw);
        if (text.flaw() != null) {
            return Outcome.flawed(text.flaw());
        }
        var date = WrittenDate.read(text.text(), expected.latestYear());
        if (date == null) {
            return Outcome.flawed(Reason.DATE_UNREADABLE);
        }
        if (date.year() < Expectations.EARLIEST.getYear() || date.year() > expected.latestYear()) {
            return Outcome.flawed(Reason.DATE_OUT_OF_RANGE);
        }
        var order = orders.getOrDefault(field, WrittenDate.Order.DAY_FIRST);
        if (order == WrittenDate.Order.MIXED && date.isAmbiguous()) {
            return Outcome.flawed(Reason.DATE_AMBIGUOUS);
        }
        var day = date.in(order);
        if (day == null) {
            boolean otherOrder = date.provesDayFirst() || date.provesMonthFirst();
            return Outcome.flawed(
                    otherOrder && order != WrittenDate.Order.MIXED
                            ? Reason.DATE_IN_OTHER_ORDER
                            : Reason.DATE_DOES_NOT_EXIST);
        }
        return inRange(day);
    }

    private Outcome inRange(LocalDate day) {
        return day.isBefore(Expectations.EARLIEST) || day.isAfter(expected.latest())
                ? Outcome.flawed(Reason.DATE_OUT_OF_RANGE)
                : new Outcome(day, null);
    }
}
