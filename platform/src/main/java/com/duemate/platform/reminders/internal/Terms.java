package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.PolicyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy version says of all its steps. */
record Terms(
        List<Money> minimums, Grouping grouping, @Nullable EscalatedSender escalation) {

    static final Terms NONE = new Terms(List.of(), Grouping.CUSTOMER, null);

    Terms {
        minimums = List.copyOf(minimums);
    }

    static Terms of(PolicyVersion policy) {
        return new Terms(policy.minimums(), policy.grouping(), policy.escalation());
    }
}
