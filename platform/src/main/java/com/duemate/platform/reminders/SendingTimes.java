package com.duemate.platform.reminders;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/** The tenant's business calendar: when its customers may be written to, and how often. */
public interface SendingTimes {

    int MOST_A_DAY = 5;
    int MOST_A_WEEK = 20;

    SendRules current();

    /** Every reminder that waits is put on its new time soon after. */
    Outcome change(Draft draft);

    /**
     * Rules as somebody typed them; checked by the front desk.
     *
     * @param region of the holidays; empty for none
     */
    record Draft(
            LocalTime opens,
            LocalTime closes,
            LocalTime preferred,
            Set<DayOfWeek> daysOff,
            String region,
            int perDay,
            int perWeek) {

        public static Draft of(SendRules rules) {
            var hours = rules.hours();
            return new Draft(
                    hours.opens(),
                    hours.closes(),
                    hours.preferred(),
                    hours.daysOff(),
                    hours.holidays().region(),
                    rules.budget().perDay(),
                    rules.budget().perWeek());
        }
    }

    /** What became of a command. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        /** @param field of the draft; @param reason key of a text that says what to do */
        record Refused(String field, String reason) implements Outcome {}
    }
}
