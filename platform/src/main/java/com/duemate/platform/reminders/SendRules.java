package com.duemate.platform.reminders;

/**
 * When a tenant's customers may be written to, and how often.
 *
 * @param hours by each customer's own clock
 */
public record SendRules(SendHours hours, ContactBudget budget) {

    public static final SendRules STANDARD = new SendRules(SendHours.STANDARD, ContactBudget.STANDARD);
}
