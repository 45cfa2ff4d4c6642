package com.duemate.platform.reminders;

import java.util.Optional;

/**
 * Letters that policies gave people to print and post: PDF in the tenant's brand, laid out for window envelopes. Each is printed
 * once for what it says on the day, and has a link of its own to pay by.
 */
public interface Letters {

    /** In one file. */
    int MOST_AT_ONCE = 100;

    /** The task's letter as it reads today; of a task that is done, as it was printed last. */
    Outcome print(TaskId task);

    /** The letters of {@link Tasks#open}, the oldest first, as one file to print on one side; empty when none can be printed. */
    Optional<Bundle> printWaiting();

    /** What became of it. */
    sealed interface Outcome {

        /** @param name of the file, without its ending: letters, digits, dots and dashes */
        record Printed(byte[] pdf, String name) implements Outcome {}

        /** @param reason key of a text that says what to do */
        record Refused(String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /**
     * @param letters how many the file holds
     * @param others waiting letters that are not in it: beyond {@link #MOST_AT_ONCE}, without an address, or too long
     */
    record Bundle(byte[] pdf, int letters, int others) {}
}
