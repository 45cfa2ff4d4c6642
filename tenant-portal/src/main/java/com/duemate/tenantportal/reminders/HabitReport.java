package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.adaptive.Comparison;
import com.duemate.platform.reminders.adaptive.Comparison.Difference;
import com.duemate.platform.reminders.adaptive.Comparison.Side;
import com.duemate.platform.reminders.adaptive.Comparison.Verdict;
import com.duemate.tenantportal.look.CountChart;
import com.duemate.tenantportal.look.CountChart.Pair;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Reminders that followed habits beside those of customers who are kept for comparison. */
class HabitReport extends Div {

    private final Reader reader;

    HabitReport(Comparison comparison, Reader reader) {
        this.reader = reader;
        addClassNames("dm-card", "dm-stack");
        var head = new Div(new H3(reader.text("portalreminders.habit.report")));
        head.addClassName("dm-section__head");
        var since = new Paragraph(reader.text(
                "portalreminders.habit.since",
                Map.of(
                        "since", reader.date(reader.day(Objects.requireNonNull(comparison.since()))),
                        "known", comparison.known(),
                        "days", Comparison.DAYS)));
        since.addClassNames("dm-quiet", "dm-prose");
        add(head);
        verdicts(comparison).forEach(this::add);
        if (comparison.adapted().reminders() + comparison.heldOut().reminders() > 0) {
            add(
                    side("portalreminders.habit.adapted", comparison.adapted()),
                    side("portalreminders.habit.heldOut", comparison.heldOut()),
                    chart(comparison));
        }
        add(since);
    }

    private Paragraph side(String name, Side side) {
        return prose(reader.text(
                side.reminders() == 0 ? "portalreminders.habit.none" : "portalreminders.habit.side",
                Map.of(
                        "name", reader.text(name),
                        "customers", side.customers(),
                        "reminders", side.reminders(),
                        "days", days(side.days()))));
    }

    private CountChart chart(Comparison comparison) {
        return new CountChart(
                reader.text("portalreminders.habit.chart"),
                List.of(reader.text("portalreminders.habit.adapted"), reader.text("portalreminders.habit.heldOut")),
                IntStream.range(0, Comparison.MARKS.size())
                        .mapToObj(i -> new Pair(
                                reader.text("portalreminders.habit.within", Comparison.MARKS.get(i)),
                                percent(comparison.adapted(), i),
                                percent(comparison.heldOut(), i)))
                        .toList());
    }

    private List<Paragraph> verdicts(Comparison comparison) {
        return comparison.days().verdict() == Verdict.TOO_FEW
                ? List.of(prose(reader.text(
                        "portalreminders.habit.tooFew",
                        Map.of("fewest", Comparison.FEWEST_CUSTOMERS, "days", Comparison.DAYS))))
                : List.of(
                        prose(told("portalreminders.habit.days.", comparison.days(), 1, false)),
                        prose(told("portalreminders.habit.paid.", comparison.paid(), 100, true)));
    }

    /** Bounds are told by their distance from nothing, on the side the words name. */
    private String told(String key, Difference difference, int unit, boolean moreIsBetter) {
        boolean chance = difference.verdict() == Verdict.CHANCE;
        double low = difference.low() * unit;
        double high = difference.high() * unit;
        double better = moreIsBetter ? high : -low;
        double worse = moreIsBetter ? -low : high;
        double near = Math.min(Math.abs(low), Math.abs(high));
        double far = Math.max(Math.abs(low), Math.abs(high));
        return reader.text(
                key + difference.verdict(),
                Map.of(
                        "mean", days(Math.abs(difference.mean() * unit)),
                        "low", days(chance ? better : near),
                        "high", days(chance ? worse : far),
                        "days", Comparison.DAYS));
    }

    private static Paragraph prose(String words) {
        var paragraph = new Paragraph(words);
        paragraph.addClassName("dm-prose");
        return paragraph;
    }

    private static long percent(Side side, int mark) {
        return Math.round(side.paidWithin().get(mark) * 100);
    }

    private String days(double days) {
        return reader.formats().number(BigDecimal.valueOf(days), 1);
    }
}
