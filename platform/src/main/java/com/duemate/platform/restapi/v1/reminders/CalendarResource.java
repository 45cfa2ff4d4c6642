package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.MoneyJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reminders")
@OnRole(ServerRole.API)
class CalendarResource {

    private static final int USUAL_DAYS = 14;

    private final Plans plans;

    CalendarResource(Plans plans) {
        this.plans = plans;
    }

    /** @param days every day asked for, also those without messages; @param complete false when the counts are too low */
    @Schema(name = "Calendar")
    record CalendarJson(List<DayJson> days, List<SendJson> next, boolean complete) {}

    @Schema(name = "CalendarDay")
    record DayJson(LocalDate day, int messages) {}

    /** @param totals what it asks for, one for each currency */
    @Schema(name = "ComingMessage")
    record SendJson(
            Instant at,
            UUID customerId,
            String customerName,
            StepChannel channel,
            int level,
            Tone tone,
            List<UUID> invoiceIds,
            List<MoneyJson> totals) {

        static SendJson of(Plans.Send send) {
            return new SendJson(
                    send.at(),
                    send.customer().value(),
                    send.customerName(),
                    send.channel(),
                    send.level(),
                    send.tone(),
                    send.invoices().stream().map(InvoiceId::value).toList(),
                    send.totals().stream().map(MoneyJson::of).toList());
        }
    }

    @GetMapping("/api/v1/calendar")
    @Operation(summary = "What goes out next if nothing changes, day by day, and the first messages")
    CalendarJson upcoming(
            @Parameter(description = "From today on; 14 when it is missing, at most 60.")
                    @RequestParam(required = false)
                    @Nullable
                    String days,
            @Parameter(description = "Messages told in full.") @RequestParam(required = false) @Nullable String limit) {
        var coming = plans.upcoming(
                Asked.number(days, USUAL_DAYS, Plans.MAX_DAYS, "days", "restapi.refused.days"), Asked.limit(limit));
        return new CalendarJson(
                coming.days().stream()
                        .map(day -> new DayJson(day.day(), day.messages()))
                        .toList(),
                coming.next().stream().map(SendJson::of).toList(),
                coming.complete());
    }
}
