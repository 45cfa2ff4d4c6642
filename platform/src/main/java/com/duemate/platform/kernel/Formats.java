package com.duemate.platform.kernel;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Money, numbers and dates as a reader of one language writes them (CLDR). Immutable, safe for many threads.
 *
 * <p>English without a country writes dates day first and with the month's name, which nobody misreads.
 */
public final class Formats {

    private static final int MAX_DECIMALS = 6;

    private final Locale locale;
    private final LocalizedNumberFormatter numbers;
    private final DateTimeFormatter dates;

    private Formats(Locale locale) {
        this.locale = locale;
        this.numbers = NumberFormatter.withLocale(locale);
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale.equals(Locale.ENGLISH) ? Locale.UK : locale);
    }

    public static Formats of(Locale locale) {
        return new Formats(locale);
    }

    public Locale locale() {
        return locale;
    }

    /** With the currency's sign and its own number of decimals: {@code €4,820.00}, {@code 4.820,00 €}, {@code ¥4,820}. */
    public String money(Money money) {
        return numbers.unit(com.ibm.icu.util.Currency.getInstance(money.currencyCode()))
                .precision(Precision.fixedFraction(Money.digits(money.currency())))
                .format(money.decimal())
                .toString();
    }

    /** The amount alone, with the currency's own number of decimals: {@code 4,820.00}. */
    public String amount(Money money) {
        return numbers.precision(Precision.fixedFraction(Money.digits(money.currency())))
                .format(money.decimal())
                .toString();
    }

    /** A plain number, with at most six decimals and no idle zeros: {@code 1,250}, {@code 0.5}. */
    public String number(BigDecimal number) {
        return numbers.precision(Precision.maxFraction(MAX_DECIMALS))
                .format(number)
                .toString();
    }

    /** With the month's name: {@code 2 November 2026}. */
    public String date(LocalDate date) {
        return dates.format(date);
    }
}
