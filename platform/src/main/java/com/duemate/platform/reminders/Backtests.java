package com.duemate.platform.reminders;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * A policy tried on the tenant's own past: what it would have sent, had it stood then, by the rules the engine weighs with.
 *
 * <p>Customers pay in it when they really paid: it says what would have gone out, not what that would have changed. Disputes,
 * promises, holds and refusals of that time are not looked at, and sending times and customers' habits are
 * those of today.
 */
public interface Backtests {

    int MAX_MONTHS = 24;

    /** More customers than these are not looked at; those with the most invoices are taken. */
    int MOST_CUSTOMERS = 2_000;

    /** @param months that many whole months back from the end of yesterday; 1 to {@value #MAX_MONTHS} */
    Outcome run(Policies.Draft draft, int months);

    sealed interface Outcome {

        record Refused(List<PolicyProblem> problems) implements Outcome {

            public Refused {
                problems = List.copyOf(problems);
            }
        }

        record Done(Report report) implements Outcome {}
    }

    /**
     * @param from first day, in the tenant's zone
     * @param to last day
     * @param customers who would have been written to at least once
     * @param invoices that were open on some day of the time
     * @param messages that would have gone out
     * @param tasks that people would have been given
     * @param sent reminders that really went out then
     * @param paidUnasked invoices paid in full before any message would have asked for them
     * @param months every month touched, oldest first
     * @param levels every step of the policy, in order
     * @param notSent how many steps would have ended without a message, by reason
     * @param complete false when there are more customers than are looked at
     */
    record Report(
            LocalDate from,
            LocalDate to,
            int customers,
            int invoices,
            int messages,
            int tasks,
            int sent,
            int paidUnasked,
            List<Month> months,
            List<Level> levels,
            Map<Reason, Integer> notSent,
            boolean complete) {

        public Report {
            months = List.copyOf(months);
            levels = List.copyOf(levels);
            notSent = Map.copyOf(notSent);
        }
    }

    /** @param sent what really went out */
    record Month(YearMonth month, int messages, int sent) {}

    /**
     * @param messages carried by this step, tasks among them
     * @param paidSoon of these, how many had their carrying invoice paid in full within 7 days
     */
    record Level(int level, int messages, int paidSoon) {}
}
