package com.duemate.platform.reminders;

/**
 * The most messages one customer gets, over all invoices, channels and workers.
 *
 * @param perDay on one day of the recipient's calendar, at least 1
 * @param perWeek on any 7 days in a row of it, at least 1
 */
public record ContactBudget(int perDay, int perWeek) {

    public static final ContactBudget STANDARD = new ContactBudget(1, 7);

    /** @throws IllegalArgumentException when either is below 1; to silence a customer, hold them */
    public ContactBudget {
        if (perDay < 1 || perWeek < 1) {
            throw new IllegalArgumentException("a budget allows at least one message: " + perDay + ", " + perWeek);
        }
    }
}
