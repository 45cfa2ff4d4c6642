package com.duemate.platform.reminders.adaptive;

/**
 * Whether a tenant's reminders follow each customer's own habits.
 *
 * @param holdOutPercent of the customers with habits, how many stay as the policy says; {@value #LEAST_HELD_OUT} to {@value #MOST_HELD_OUT}
 * @param leeway how far the tone may change
 */
public record AdaptiveSettings(boolean on, int holdOutPercent, Leeway leeway) {

    public static final int LEAST_HELD_OUT = 5;
    public static final int MOST_HELD_OUT = 50;

    public static final AdaptiveSettings STANDARD = new AdaptiveSettings(false, 20, Leeway.KEEP);
}
