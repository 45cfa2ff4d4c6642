package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The message that would go out if no rule objects.
 *
 * @param channel the one the step wants, or the first of its others where that one has no address
 * @param listed every invoice it asks for, oldest first, the carrying one among them
 */
record Draft(OpenItem carrier, PlannedStep planned, StepChannel channel, List<OpenItem> listed) {

    static Draft of(OpenItem carrier, PlannedStep planned, List<OpenItem> listed, Debtor debtor) {
        return new Draft(carrier, planned, reaching(planned.step().channels(), debtor), List.copyOf(listed));
    }

    /** One that was refused is not gone round by another: the customer said no to being written to. */
    private static StepChannel reaching(List<StepChannel> channels, Debtor debtor) {
        var wanted = channels.getFirst();
        if (debtor.isReachable(wanted)) {
            return wanted;
        }
        return channels.stream()
                .filter(other ->
                        debtor.isReachable(other) && !debtor.suppressed().contains(other))
                .findFirst()
                .orElse(wanted);
    }

    Step step() {
        return planned.step();
    }

    /** What the message asks for, by currency. */
    Map<Currency, Money> totals() {
        var totals = new LinkedHashMap<Currency, Money>();
        for (var item : listed) {
            totals.merge(item.open().currency(), item.open(), Money::plus);
        }
        return totals;
    }
}
