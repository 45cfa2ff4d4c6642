package com.duemate.platform.restapi.v1.insights;

import com.duemate.platform.insights.Dashboards;
import com.duemate.platform.insights.Dashboards.Figures;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.restapi.MoneyJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Dashboard")
@OnRole(ServerRole.API)
class DashboardResource {

    private static final int DAYS = 14;
    private static final int MESSAGES = 20;

    private final Dashboards dashboards;
    private final Plans plans;

    DashboardResource(Dashboards dashboards, Plans plans) {
        this.dashboards = dashboards;
        this.plans = plans;
    }

    /** @param currencies one set of figures for each; they are never added up */
    @Schema(name = "Dashboard")
    record DashboardJson(LocalDate asOf, List<FiguresJson> currencies, UpcomingJson upcoming) {}

    /** @param next the first messages if nothing changes, soonest first; @param complete false when the counts are too low */
    @Schema(name = "Upcoming")
    record UpcomingJson(List<DayJson> days, List<SendJson> next, boolean complete) {

        static UpcomingJson of(Plans.Upcoming upcoming) {
            return new UpcomingJson(
                    upcoming.days().stream()
                            .map(day -> new DayJson(day.day(), day.messages()))
                            .toList(),
                    upcoming.next().stream().map(SendJson::of).toList(),
                    upcoming.complete());
        }
    }

    @Schema(name = "UpcomingDay")
    record DayJson(LocalDate day, int messages) {}

    /** @param totals what the message asks for, one for each currency */
    @Schema(name = "UpcomingMessage")
    record SendJson(
            Instant at,
            UUID customerId,
            String customerName,
            StepChannel channel,
            Tone tone,
            List<UUID> invoiceIds,
            List<MoneyJson> totals) {

        static SendJson of(Plans.Send send) {
            return new SendJson(
                    send.at(),
                    send.customer().value(),
                    send.customerName(),
                    send.channel(),
                    send.tone(),
                    send.invoices().stream().map(InvoiceId::value).toList(),
                    send.totals().stream().map(MoneyJson::of).toList());
        }
    }

    @Schema(name = "Figures")
    record FiguresJson(
            String currency,
            MoneyJson outstanding,
            int openInvoices,
            MoneyJson overdue,
            int lateInvoices,
            MoneyJson unapplied,
            MoneyJson collectedThisMonth,
            MoneyJson collectedMonthBefore,
            List<BucketJson> ageing,
            List<MonthJson> collectedByMonth) {

        static FiguresJson of(Figures figures) {
            return new FiguresJson(
                    figures.outstanding().currencyCode(),
                    MoneyJson.of(figures.outstanding()),
                    figures.openInvoices(),
                    MoneyJson.of(figures.overdue()),
                    figures.lateInvoices(),
                    MoneyJson.of(figures.unapplied()),
                    MoneyJson.of(figures.collected()),
                    MoneyJson.of(figures.collectedBefore()),
                    figures.ageing().stream()
                            .map(b -> new BucketJson(b.age(), MoneyJson.of(b.amount()), b.invoices()))
                            .toList(),
                    figures.collectedByMonth().stream()
                            .map(m -> new MonthJson(m.first(), MoneyJson.of(m.amount())))
                            .toList());
        }
    }

    /** @param age days past due */
    @Schema(name = "AgeingBucket")
    record BucketJson(Dashboards.Age age, MoneyJson amount, int invoices) {}

    @Schema(name = "Month")
    record MonthJson(LocalDate first, MoneyJson amount) {}

    @GetMapping("/api/v1/dashboard")
    @Operation(
            summary =
                    "What is outstanding, overdue and collected as of today in the tenant's zone, and what goes out next")
    DashboardJson dashboard() {
        var dashboard = dashboards.current();
        return new DashboardJson(
                dashboard.asOf(),
                dashboard.currencies().stream().map(FiguresJson::of).toList(),
                UpcomingJson.of(plans.upcoming(DAYS, MESSAGES)));
    }
}
