package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.safety.Stopped;

/** What a stop says about a step, in words that are the tenant's to know. */
final class StopVerdict {

    private static final String PROVIDER = "PROVIDER";

    /** A program of the tenant's. */
    private static final String SOMEBODY = "SOMEBODY";

    private StopVerdict() {}

    static Verdict of(Stopped stopped) {
        var trip = stopped.trip();
        return switch (stopped.cause()) {
            case RESTORED -> Verdict.of(Reason.RESTORED);
            case CIRCUIT ->
                trip == null
                        ? stopped(PROVIDER, stopped)
                        : Verdict.of(Reason.CIRCUIT_OPEN)
                                .with(Fact.MEASURE, trip.measure())
                                .with(Fact.COUNTED, trip.counted())
                                .with(Fact.USUAL, trip.usual());
            case PERSON -> stopped(person(stopped), stopped);
        };
    }

    private static String person(Stopped stopped) {
        if (stopped.person() == null) {
            return PROVIDER;
        }
        return stopped.person().isBlank() ? SOMEBODY : stopped.person();
    }

    private static Verdict stopped(String by, Stopped stopped) {
        return Verdict.of(Reason.SENDING_STOPPED).with(Fact.STOPPED_BY, by).with(Fact.SINCE, stopped.since());
    }
}
