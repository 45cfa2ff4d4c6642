package com.duemate.platform.reminders;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/** Which invoice follows which policy: ordered rules, the first that fits wins, else the default policy. */
public interface Assignments {

    Assignment current();

    /**
     * Replaces the rules as a whole. Invoices that are planned from now on follow the new ones; running plans stay with their
     * policy until {@link #moveRunning} is asked for.
     *
     * @param basedOn the version that was edited
     */
    Outcome replace(int basedOn, List<AssignmentRule> rules);

    /**
     * Moves running plans whose invoice would get another policy now, soon after: what was sent stays sent, days that have
     * passed are not made up for unless a step was waiting then, and everything later follows that policy. Whoever replaces the
     * rules while plans are moving changes where the rest of them go.
     *
     * @param basedOn the version whose rules they shall follow
     */
    Outcome moveRunning(int basedOn);

    /** What these rules would take of the invoices that are open now; a rule with something wrong in it takes none. */
    Preview preview(List<AssignmentRule> rules);

    /** @param version counted from 1; 0 for a tenant that never had rules */
    record Assignment(int version, List<AssignmentRule> rules) {}

    /**
     * @param rules one for each rule, in their order
     * @param others what no rule takes: it follows the default policy
     * @param moving running plans that {@link #moveRunning} would move if these were the rules
     * @param complete false when there are more open invoices than were looked through, oldest due date first
     */
    record Preview(List<Taken> rules, Taken others, int moving, boolean complete) {}

    /**
     * @param open what is open of them, one amount a currency, by its code
     * @param first the first of them, oldest due date first
     */
    record Taken(int count, List<Money> open, List<Match> first) {}

    record Match(
            InvoiceId invoice, String number, CustomerId customer, String customerName, Money open, LocalDate dueOn) {}

    /** What became of a command. */
    sealed interface Outcome {

        /** @param version the rules have now */
        record Done(int version) implements Outcome {}

        /** @param problems at least one, in the order of the rules */
        record Refused(List<RuleProblem> problems) implements Outcome {}

        /** Somebody else replaced the rules meanwhile. @param current the version they have now */
        record Outdated(int current) implements Outcome {}
    }
}
