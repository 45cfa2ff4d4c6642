package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.Assignments.Match;
import com.duemate.platform.reminders.Assignments.Preview;
import com.duemate.platform.reminders.Assignments.Taken;
import com.duemate.platform.restapi.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * @param rules one for each rule, in their order
 * @param others what no rule takes: it follows the default policy
 * @param moving running plans that would move if these were the rules
 * @param complete false when there are more open invoices than were looked through
 */
@Schema(name = "AssignmentPreview")
record RulesPreviewJson(List<TakenJson> rules, TakenJson others, int moving, boolean complete) {

    /** @param open what is open of them, one amount a currency; @param first the first of them, oldest due date first */
    @Schema(name = "AssignedInvoices")
    record TakenJson(int count, List<MoneyJson> open, List<MatchJson> first) {

        static TakenJson of(Taken taken) {
            return new TakenJson(
                    taken.count(),
                    taken.open().stream().map(MoneyJson::of).toList(),
                    taken.first().stream().map(MatchJson::of).toList());
        }
    }

    @Schema(name = "AssignedInvoice")
    record MatchJson(
            UUID invoiceId, String number, UUID customerId, String customerName, MoneyJson open, LocalDate dueOn) {

        static MatchJson of(Match match) {
            return new MatchJson(
                    match.invoice().value(),
                    match.number(),
                    match.customer().value(),
                    match.customerName(),
                    MoneyJson.of(match.open()),
                    match.dueOn());
        }
    }

    static RulesPreviewJson of(Preview preview) {
        return new RulesPreviewJson(
                preview.rules().stream().map(TakenJson::of).toList(),
                TakenJson.of(preview.others()),
                preview.moving(),
                preview.complete());
    }
}
