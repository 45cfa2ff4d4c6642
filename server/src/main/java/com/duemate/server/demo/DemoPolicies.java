package com.duemate.server.demo;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Beside the standard policy one with a letter, for those invoices that are worth a stamp. */
@Component
@DemoOnly
class DemoPolicies {

    private final Policies policies;
    private final Assignments assignments;

    DemoPolicies(Policies policies, Assignments assignments) {
        this.policies = policies;
        this.assignments = assignments;
    }

    /** In the tenant's scope. */
    void open(DemoTenant tenant) {
        if (tenant.customers().isEmpty()) {
            return;
        }
        boolean german = tenant.locale().getLanguage().equals("de");
        var name = german ? "Große Rechnungen, mit Brief" : "Large invoices, with a letter";
        var made = policies.create(new Draft(
                name,
                List.of(
                        new DraftStep(-3, StepChannel.EMAIL, "reminder.upcoming", Tone.FRIENDLY),
                        new DraftStep(5, StepChannel.EMAIL, "reminder.overdue", Tone.NEUTRAL),
                        new DraftStep(
                                Timing.due(12),
                                List.of(StepChannel.LETTER, StepChannel.EMAIL),
                                "reminder.overdue",
                                Tone.FIRM,
                                CatchUp.COLLAPSE,
                                false),
                        new DraftStep(24, StepChannel.TASK, "reminder.last", Tone.FIRM)),
                List.of()));
        if (made instanceof Policies.Outcome.Done done) {
            var large = Money.ofDecimal(BigDecimal.valueOf(tenant.dearest() / 6), tenant.currency());
            assignments.replace(
                    assignments.current().version(),
                    List.of(new AssignmentRule(
                            name, List.of(new Condition.Amount(Condition.Kind.AMOUNT_AT_LEAST, large)), done.id())));
        }
    }
}
