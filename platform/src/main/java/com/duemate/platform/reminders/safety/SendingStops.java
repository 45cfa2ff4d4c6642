package com.duemate.platform.reminders.safety;

import java.util.Optional;

/** The kill switch of the tenant one works in. Messages that people asked for, such as sign-in links and receipts, are not stopped. */
public interface SendingStops {

    int MAX_WORDS = 500;

    /** What keeps reminders back now, the gravest first. */
    Optional<Stopped> current();

    /** The allowance of this month; empty for none. */
    Optional<Braking.Allowance> allowance();

    /**
     * Stops all reminders and payment links at once, also those that wait to be delivered.
     *
     * @throws IllegalArgumentException for no words, or more than {@link #MAX_WORDS}
     */
    void stop(String words);

    /** Lets messages go again, as far as it was the tenant's people or its own circuit that kept them. */
    void release();

    /** Closes the tenant's circuit and leaves everything stopped, by a person now. */
    void keepStopped();
}
