package com.duemate.platform.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in minor units (cents, pence, yen) of one currency. Never a fraction of a minor unit, never a {@code double}.
 *
 * @param minor minor units; negative for what flows back
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** Far above any invoice and far below the edge of {@code long}, so that sums of a million of them cannot overflow. */
    public static final long MAX_MINOR = 1_000_000_000_000L;

    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /**
     * A currency in which one can owe: gold, testing and "no currency" are none.
     *
     * @throws IllegalArgumentException for any other code
     */
    public static Currency currency(String code) {
        var currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(code + " is no currency one pays in");
        }
        return currency;
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal amount exactly.
     *
     * @throws ArithmeticException when the amount has more decimals than the currency
     */
    public static Money ofDecimal(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(digits(currency))
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact(),
                currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** The amount with the currency's own number of decimals: 48.20, 4820 for yen. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    /** Decimals of a currency by ISO 4217; pseudo-currencies (gold, testing) count as 2. */
    public static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits() < 0 ? 2 : currency.getDefaultFractionDigits());
    }
}
