package com.duemate.platform.restapi.v1.insights;

import com.duemate.platform.insights.Dashboards;
import com.duemate.platform.insights.Dashboards.Figures;
import com.duemate.platform.restapi.MoneyJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Dashboard")
@OnRole(ServerRole.API)
class DashboardResource {

    private final Dashboards dashboards;

    DashboardResource(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /** @param currencies one set of figures for each; they are never added up */
    @Schema(name = "Dashboard")
    record DashboardJson(LocalDate asOf, List<FiguresJson> currencies) {}

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
    @Operation(summary = "What is outstanding, overdue and collected, as of today in the tenant's zone")
    DashboardJson dashboard() {
        var dashboard = dashboards.current();
        return new DashboardJson(
                dashboard.asOf(),
                dashboard.currencies().stream().map(FiguresJson::of).toList());
    }
}
