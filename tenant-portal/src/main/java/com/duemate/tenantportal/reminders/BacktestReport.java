package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Backtests.Level;
import com.duemate.platform.reminders.Backtests.Month;
import com.duemate.platform.reminders.Backtests.Report;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Reason;
import com.duemate.tenantportal.look.CountChart;
import com.duemate.tenantportal.look.CountChart.Pair;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;

/** The figures of a policy tried on the past: how much it would have written, month by month and step by step. */
class BacktestReport extends Div {

    private final Reader reader;

    BacktestReport(Report report, Draft draft, Reader reader) {
        this.reader = reader;
        addClassName("dm-stack");
        if (report.invoices() == 0) {
            add(new EmptyState(Drawing.INVOICES, reader.text("portalreminders.backtest.nothing")));
            return;
        }
        add(figures(report), chart(report.months()), steps(report.levels(), draft));
        if (!report.notSent().isEmpty()) {
            add(notSent(report.notSent()));
        }
        if (!report.complete()) {
            add(quiet("portalreminders.backtest.incomplete"));
        }
        add(quiet("portalreminders.backtest.limits"));
    }

    private DescriptionList figures(Report report) {
        var facts = facts();
        fact(facts, "portalreminders.backtest.messages", reader.formats().number(report.messages()));
        fact(facts, "portalreminders.backtest.sent", reader.formats().number(report.sent()));
        fact(facts, "portalreminders.backtest.customers", reader.formats().number(report.customers()));
        if (report.tasks() > 0) {
            fact(facts, "portalreminders.backtest.tasks", reader.formats().number(report.tasks()));
        }
        fact(
                facts,
                "portalreminders.backtest.paidUnasked",
                reader.text("portalreminders.backtest.ofInvoices", report.paidUnasked(), report.invoices()));
        return facts;
    }

    private CountChart chart(List<Month> months) {
        return new CountChart(
                reader.text("portalreminders.backtest.chart"),
                List.of(reader.text("portalreminders.backtest.would"), reader.text("portalreminders.backtest.did")),
                months.stream()
                        .map(month -> new Pair(named(month.month()), month.messages(), month.sent()))
                        .toList());
    }

    /** With the year, for the same month may come twice. */
    private String named(YearMonth month) {
        return month.getMonth()
                        .getDisplayName(
                                TextStyle.SHORT_STANDALONE, reader.formats().locale())
                + " "
                + month.getYear() % 100;
    }

    private Div steps(List<Level> levels, Draft draft) {
        var nodes = new PolicyViewModel(draft, reader.tenant().currency()).nodes();
        var facts = facts();
        for (var level : levels) {
            var name = reader.text(
                    "portalreminders.step.title", level.level(), PolicyRail.when(reader, nodes.get(level.level() - 1)));
            add(
                    facts,
                    name,
                    reader.text(
                            "portalreminders.backtest.level",
                            Map.of("messages", level.messages(), "paid", level.paidSoon())));
        }
        return section("portalreminders.backtest.steps", facts);
    }

    private Div notSent(Map<Reason, Integer> reasons) {
        var facts = facts();
        reasons.entrySet().stream()
                .sorted(Map.Entry.<Reason, Integer>comparingByValue().reversed())
                .forEach(each -> fact(
                        facts,
                        "portalreminders.backtest.reason." + each.getKey(),
                        reader.formats().number(each.getValue())));
        return section("portalreminders.backtest.notSent", facts);
    }

    private Div section(String title, DescriptionList facts) {
        var section = new Div(new H3(reader.text(title)), facts);
        section.addClassName("dm-stack");
        return section;
    }

    private static DescriptionList facts() {
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value) {
        add(facts, reader.text(key), value);
    }

    private static void add(DescriptionList facts, String name, String value) {
        var description = new DescriptionList.Description(value);
        description.addClassName("dm-end");
        facts.add(new DescriptionList.Term(name), description);
    }

    private Paragraph quiet(String key) {
        var note = new Paragraph(reader.text(key));
        note.addClassNames("dm-quiet", "dm-small");
        return note;
    }
}
