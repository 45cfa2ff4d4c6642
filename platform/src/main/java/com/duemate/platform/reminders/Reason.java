package com.duemate.platform.reminders;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a step was sent, listed, skipped or made to wait. Each reason has one outcome and the facts its sentence speaks of. */
@SuppressWarnings("ImmutableEnumChecker") // the set is wrapped and never handed out bare
public enum Reason {
    STEP_DUE(Outcome.SENT, Fact.LEVEL, Fact.TONE, Fact.CHANNEL),
    /** The step's own channel has no address, another has. */
    STEP_DUE_OTHER_CHANNEL(Outcome.SENT, Fact.LEVEL, Fact.TONE, Fact.CHANNEL, Fact.WANTED_CHANNEL),

    /** A person was given it to do: a call to make, a letter to post. */
    HANDED_OVER(Outcome.HANDED_OVER, Fact.LEVEL, Fact.CHANNEL),
    /** The step's own channel has no address; a person was given it to do instead. */
    HANDED_OVER_INSTEAD(Outcome.HANDED_OVER, Fact.LEVEL, Fact.CHANNEL, Fact.WANTED_CHANNEL),

    LISTED(Outcome.GROUPED, Fact.INVOICE, Fact.LEVEL),

    PAID(Outcome.SKIPPED),
    VOID(Outcome.SKIPPED),
    WRITTEN_OFF(Outcome.SKIPPED),
    SUPERSEDED_BY_LATER_STEP(Outcome.SKIPPED, Fact.LATER_LEVEL),
    /** It did not go out on its day, and says that it is left out then. */
    MISSED(Outcome.SKIPPED, Fact.MEANT_FOR),
    /** A step from before the due date, weighed after it. */
    PAST_DUE_DATE(Outcome.SKIPPED, Fact.DUE_ON),
    /** Unsubscribed, STOP, bounced or complained on this channel. */
    SUPPRESSED(Outcome.SKIPPED, Fact.CHANNEL),
    BELOW_MINIMUM(Outcome.SKIPPED, Fact.TOTAL, Fact.MINIMUM),

    /** Another invoice sets the customer's level and has no step due now; this one is listed in its next message. */
    CARRIED(Outcome.POSTPONED, Fact.INVOICE, Fact.UNTIL),
    /** An earlier step of the invoice goes out late and first. */
    AFTER_EARLIER_STEP(Outcome.POSTPONED, Fact.LEVEL, Fact.UNTIL),
    /** A backup came back, and a person has to say that sending may go on. */
    RESTORED(Outcome.POSTPONED, Fact.UNTIL),
    /** Somebody stopped all sending. */
    SENDING_STOPPED(Outcome.POSTPONED, Fact.STOPPED_BY, Fact.SINCE, Fact.UNTIL),
    /** What went out was so far from usual that a person has to look first. */
    CIRCUIT_OPEN(Outcome.POSTPONED, Fact.MEASURE, Fact.COUNTED, Fact.USUAL, Fact.UNTIL),
    /** The month's allowance is used up. */
    QUOTA(Outcome.POSTPONED, Fact.ALLOWANCE, Fact.UNTIL),
    TENANT_SUSPENDED(Outcome.POSTPONED, Fact.UNTIL),
    CUSTOMER_HELD(Outcome.POSTPONED, Fact.UNTIL),
    INVOICE_HELD(Outcome.POSTPONED, Fact.UNTIL),
    DISPUTED(Outcome.POSTPONED, Fact.UNTIL),
    PROMISED(Outcome.POSTPONED, Fact.PROMISED_UNTIL, Fact.UNTIL),
    ON_PLAN(Outcome.POSTPONED, Fact.UNTIL),
    PAYMENT_IN_FLIGHT(Outcome.POSTPONED, Fact.UNTIL),
    COVERED_BY_CREDIT(Outcome.POSTPONED, Fact.UNTIL),
    /** No channel reaches the customer. */
    NO_ADDRESS(Outcome.POSTPONED, Fact.WANTED_CHANNEL, Fact.UNTIL),
    DAY_OFF(Outcome.POSTPONED, Fact.ZONE, Fact.UNTIL),
    HOLIDAY(Outcome.POSTPONED, Fact.HOLIDAY, Fact.UNTIL),
    QUIET_HOURS(Outcome.POSTPONED, Fact.FROM, Fact.TO, Fact.ZONE, Fact.UNTIL),
    BUDGET(Outcome.POSTPONED, Fact.PER_DAY, Fact.PER_WEEK, Fact.UNTIL);

    private static final Set<Fact> ADVISED = Collections.unmodifiableSet(
            EnumSet.of(Fact.ARM, Fact.AT, Fact.USUAL_FROM, Fact.USUAL_TO, Fact.POLICY_TONE));

    private final Outcome outcome;
    private final Set<Fact> facts;

    Reason(Outcome outcome, Fact... facts) {
        this.outcome = outcome;
        var all = EnumSet.noneOf(Fact.class);
        all.addAll(List.of(facts));
        this.facts = Collections.unmodifiableSet(all);
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What every decision for this reason carries. */
    public Set<Fact> facts() {
        return facts;
    }

    /** What a decision for this reason may carry besides: the advice it followed, or did not. */
    public Set<Fact> asides() {
        return outcome == Outcome.SENT ? ADVISED : Set.of();
    }

    /** Key of its sentence in the bundle {@code texts/reminders}; arguments are {@link Fact#argument()}. */
    public String textKey() {
        return "reminders.reason." + name();
    }
}
