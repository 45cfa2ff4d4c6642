package com.duemate.platform.reminders.adaptive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of reminders by advice beside those as the policy says, over those that are at least {@value #DAYS} days old. A
 * customer counts once, however many reminders it got: what each customer comes to on average is what is averaged here.
 *
 * @param since when it began; null when there was none yet
 * @param known customers of whom there is something to advise now
 * @param days from reminder to payment, of which {@value #DAYS} count at most; below zero when advice is sooner
 * @param paid share of reminders whose invoice was paid within {@value #DAYS} days; above zero when advice is more
 */
public record Comparison(
        @Nullable Instant since, int known, Side adapted, Side heldOut, Difference days, Difference paid) {

    /** How old a reminder must be to count, and until when payments do. */
    public static final int DAYS = 14;

    /** Customers on each side, below which nothing is said. */
    public static final int FEWEST_CUSTOMERS = 20;

    /** The days of {@link Side#paidWithin}. */
    public static final List<Integer> MARKS = List.of(1, 3, 7, DAYS);

    /**
     * @param days mean from reminder to payment, {@value #DAYS} for what was not paid by then
     * @param paidWithin share of reminders, 0 to 1, whose invoice was paid within so many days, for each of {@link #MARKS}
     */
    public record Side(int customers, int reminders, double days, List<Double> paidWithin) {

        public Side {
            paidWithin = List.copyOf(paidWithin);
        }
    }

    public enum Verdict {
        TOO_FEW,
        /** A difference of this size comes about by chance. */
        CHANCE,
        BETTER,
        WORSE
    }

    /**
     * Advice less policy, with the bounds it lies in with 95 % confidence.
     *
     * @param mean 0, as its bounds, while the verdict is TOO_FEW
     */
    public record Difference(Verdict verdict, double mean, double low, double high) {}
}
