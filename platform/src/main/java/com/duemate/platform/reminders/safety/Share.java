package com.duemate.platform.reminders.safety;

import java.util.Optional;

/**
 * Whether too large a share of messages went wrong in 24 hours: a pure function.
 *
 * @param least so many before a share says anything
 * @param perMille of what was handed over, that opens the circuit where the past says nothing worse
 */
record Share(Measure measure, long least, long perMille) {

    static final Share FAILURES = new Share(Measure.FAILURES, 20, 100);

    /** The large mailbox providers ask senders to stay below 3 in 1,000 (Google's and Yahoo's sender guidelines, 2024). */
    static final Share COMPLAINTS = new Share(Measure.COMPLAINTS, 5, 3);

    private static final int TIMES_USUAL = 3;

    /** For many tenants together. */
    Share of(int times) {
        return new Share(measure, least * times, perMille);
    }

    /**
     * @param wrong of the messages handed over in the last 24 hours
     * @param wrongBefore of those handed over before, as far as one looks back
     */
    Optional<Stopped.Trip> trips(long wrong, long handed, long wrongBefore, long handedBefore) {
        long own = handedBefore == 0 ? 0 : TIMES_USUAL * 1000 * wrongBefore / handedBefore;
        long allowed = Math.max(perMille, own) * handed / 1000;
        return wrong >= least && wrong > allowed
                ? Optional.of(new Stopped.Trip(measure, wrong, allowed / TIMES_USUAL))
                : Optional.empty();
    }
}
