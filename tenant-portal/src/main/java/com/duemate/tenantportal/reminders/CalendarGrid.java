package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Plans.Day;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weeks as rows, by the reader's own first day of the week; each day with its number of messages, darker for more. */
class CalendarGrid extends NativeTable {

    private static final int SHADES = 4;

    private final Map<LocalDate, NativeButton> buttons = new HashMap<>();

    /** @param days without a gap, in order */
    CalendarGrid(Reader reader, List<Day> days, LocalDate chosen, SerializableConsumer<LocalDate> pick) {
        addClassName("dm-calendar");
        setCaptionText(reader.text("portalreminders.calendar.caption"));
        var first = WeekFields.of(reader.formats().locale()).getFirstDayOfWeek();
        getHead().add(weekdays(reader, first));
        int most = days.stream().mapToInt(Day::messages).max().orElse(0);
        var row = new NativeTableRow();
        int lead = Math.floorMod(days.getFirst().day().getDayOfWeek().getValue() - first.getValue(), 7);
        for (int i = 0; i < lead; i++) {
            row.add(new NativeTableCell());
        }
        for (var day : days) {
            if (day.day().getDayOfWeek() == first && row.getComponentCount() > 0) {
                getBody().add(row);
                row = new NativeTableRow();
            }
            row.add(new NativeTableCell(cell(reader, day, most, pick)));
        }
        getBody().add(row);
        press(chosen);
    }

    private static NativeTableRow weekdays(Reader reader, DayOfWeek first) {
        var row = new NativeTableRow();
        for (int i = 0; i < 7; i++) {
            var name = first.plus(i);
            var cell = new NativeTableHeaderCell(name.getDisplayName(
                    TextStyle.SHORT_STANDALONE, reader.formats().locale()));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        return row;
    }

    private NativeButton cell(Reader reader, Day day, int most, SerializableConsumer<LocalDate> pick) {
        var number = new Span(reader.formats().number(day.day().getDayOfMonth()));
        number.addClassName("dm-calendar__day");
        var count = new Span(day.messages() == 0 ? "" : reader.formats().number(day.messages()));
        count.addClassName("dm-calendar__count");
        var button = new NativeButton("", _ -> {
            press(day.day());
            pick.accept(day.day());
        });
        button.add(number, count);
        button.setAriaLabel(reader.formats().dateInFull(day.day()) + ": "
                + reader.text("portalreminders.next.messages", day.messages()));
        button.addClassNames("dm-calendar__cell", "dm-calendar__cell--" + shade(day.messages(), most));
        buttons.put(day.day(), button);
        return button;
    }

    /** 0 for none, up to {@value #SHADES} for the fullest day. */
    static int shade(int messages, int most) {
        return messages == 0 ? 0 : Math.clamp((int) Math.ceil((double) SHADES * messages / most), 1, SHADES);
    }

    private void press(LocalDate day) {
        buttons.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(each.equals(day))));
    }
}
