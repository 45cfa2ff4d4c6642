package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Backtests;
import com.duemate.platform.reminders.Backtests.Outcome;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;

/** What a policy, as it is being edited, would have sent in the past months. */
class BacktestDialog extends Dialog {

    private static final List<Integer> MONTHS = List.of(3, 6, 12, 24);
    private static final int USUAL = 12;

    private final Backtests backtests;
    private final Draft draft;
    private final Reader reader;
    private final Div result = new Div();

    BacktestDialog(Backtests backtests, Draft draft, Reader reader) {
        this.backtests = backtests;
        this.draft = draft;
        this.reader = reader;
        setHeaderTitle(reader.text("portalreminders.backtest.title"));
        setWidth("56rem");
        result.addClassName("dm-stack");
        var chips = new FilterChips<Integer>(reader.text("portalreminders.backtest.months"), this::run);
        MONTHS.forEach(months -> chips.chip(months, reader.text("portalreminders.backtest.back", months)));
        chips.choose(USUAL);
        var body = new Div(chips, result);
        body.addClassName("dm-stack");
        add(body);
        getFooter().add(new Button(reader.text("portal.close"), _ -> close()));
        run(USUAL);
    }

    private void run(int months) {
        result.removeAll();
        switch (backtests.run(draft, months)) {
            case Outcome.Done done -> result.add(new BacktestReport(done.report(), draft, reader));
            case Outcome.Refused refused -> {
                var first = refused.problems().getFirst();
                result.add(new Paragraph(reader.text(first.textKey(), Map.of("position", first.position()))));
            }
        }
    }
}
