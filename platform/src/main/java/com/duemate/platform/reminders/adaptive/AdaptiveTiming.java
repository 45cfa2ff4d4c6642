package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.kernel.CustomerId;

/** The best hour and tone for each customer, where the tenant wants it, and what it brings. */
public interface AdaptiveTiming {

    AdaptiveSettings current();

    /**
     * Any change begins a new comparison, with customers held out afresh. Steps that wait are put on their new times soon after.
     */
    Outcome change(AdaptiveSettings wanted);

    /** The advice that this customer's reminders follow now; {@link Advice#OFF} for one who is not there. */
    Advice of(CustomerId customer);

    /** The comparison that runs, or ran last. */
    Comparison comparison();

    /** What became of a command. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        /** @param field of the settings; @param reason key of a text that says what to do */
        record Refused(String field, String reason) implements Outcome {}
    }
}
