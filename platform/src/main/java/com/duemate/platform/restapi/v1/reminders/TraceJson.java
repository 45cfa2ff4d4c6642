package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.Plans.Traced;
import com.duemate.platform.reminders.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one step of one of a customer's invoices.
 *
 * @param at when it was decided; for one that waits, when it is weighed again
 * @param said the decision in the tenant's language and zone
 */
@Schema(name = "TracedStep")
record TraceJson(
        UUID invoiceId,
        String invoiceNumber,
        int cycle,
        int position,
        Outcome outcome,
        Reason reason,
        String said,
        Instant at,
        @Nullable UUID messageId,
        @Nullable UUID taskId) {

    static TraceJson of(Traced traced) {
        var decision = traced.decision();
        var message = traced.message();
        var task = traced.task();
        return new TraceJson(
                traced.invoice().value(),
                traced.number(),
                decision.step().cycle(),
                decision.step().position(),
                decision.outcome(),
                decision.reason(),
                traced.said(),
                traced.at(),
                message == null ? null : message.value(),
                task == null ? null : task.value());
    }
}
