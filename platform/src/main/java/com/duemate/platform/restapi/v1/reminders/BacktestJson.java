package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.Backtests.Report;
import com.duemate.platform.reminders.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a policy would have sent, had it stood then.
 *
 * @param customers who would have been written to at least once
 * @param invoices that were open on some day of the time
 * @param sent reminders that really went out then
 * @param paidUnasked invoices paid in full before any message would have asked for them
 * @param notSent how many steps would have ended without a message, by reason
 * @param complete false when there are more customers than are looked at
 */
@Schema(name = "Backtest")
record BacktestJson(
        LocalDate from,
        LocalDate to,
        int customers,
        int invoices,
        int messages,
        int tasks,
        int sent,
        int paidUnasked,
        List<MonthJson> months,
        List<LevelJson> levels,
        Map<Reason, Integer> notSent,
        boolean complete) {

    /** @param month as {@code 2026-03}; @param sent what really went out */
    @Schema(name = "BacktestMonth")
    record MonthJson(String month, int messages, int sent) {}

    /** @param paidSoon of these, how many had their carrying invoice paid in full within 7 days */
    @Schema(name = "BacktestLevel")
    record LevelJson(int level, int messages, int paidSoon) {}

    static BacktestJson of(Report report) {
        return new BacktestJson(
                report.from(),
                report.to(),
                report.customers(),
                report.invoices(),
                report.messages(),
                report.tasks(),
                report.sent(),
                report.paidUnasked(),
                report.months().stream()
                        .map(each -> new MonthJson(each.month().toString(), each.messages(), each.sent()))
                        .toList(),
                report.levels().stream()
                        .map(each -> new LevelJson(each.level(), each.messages(), each.paidSoon()))
                        .toList(),
                report.notSent(),
                report.complete());
    }
}
