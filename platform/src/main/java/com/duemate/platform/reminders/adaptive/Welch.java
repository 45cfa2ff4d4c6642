package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.reminders.adaptive.Comparison.Difference;
import com.duemate.platform.reminders.adaptive.Comparison.Verdict;

/**
 * Tells a difference of two means from chance: Welch's interval for samples of unlike variance (B. L. Welch, Biometrika 34, 1947), at 95 %.
 *
 * <p>The quantile of Student's t is taken from that of the normal distribution by its expansion in 1/df (Abramowitz and Stegun,
 * 26.7.5), which is right to three digits from 19 degrees of freedom on.
 */
final class Welch {

    private static final double Z = 1.959963985;

    private Welch() {}

    /** @param variance of the sample, with n - 1 */
    record Sample(int n, double mean, double variance) {}

    /** @param moreIsBetter whether a mean of {@code one} above that of {@code other} is what is wished for */
    static Difference difference(Sample one, Sample other, boolean moreIsBetter) {
        if (Math.min(one.n, other.n) < Comparison.FEWEST_CUSTOMERS) {
            return new Difference(Verdict.TOO_FEW, 0, 0, 0);
        }
        double mean = one.mean - other.mean;
        double a = one.variance / one.n;
        double b = other.variance / other.n;
        double reach = a + b == 0
                ? 0
                : Math.sqrt(a + b) * quantile(Math.pow(a + b, 2) / (a * a / (one.n - 1) + b * b / (other.n - 1)));
        return new Difference(verdict(mean, reach, moreIsBetter), mean, mean - reach, mean + reach);
    }

    private static Verdict verdict(double mean, double reach, boolean moreIsBetter) {
        if (Math.abs(mean) <= reach) {
            return Verdict.CHANCE;
        }
        return mean > 0 == moreIsBetter ? Verdict.BETTER : Verdict.WORSE;
    }

    /** Of Student's t, such that 95 % lie between it and its negative. */
    static double quantile(double df) {
        double z3 = Math.pow(Z, 3);
        double z5 = Math.pow(Z, 5);
        double z7 = Math.pow(Z, 7);
        return Z
                + (z3 + Z) / (4 * df)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * df * df)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * df * df * df);
    }
}
