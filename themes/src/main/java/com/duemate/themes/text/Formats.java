package com.duemate.themes.text;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Money, numbers and dates in one reader's language, zone and home currency. The only formatter; immutable, safe for any number
 * of threads, cheap enough to make one for each page.
 *
 * <p>English without a country is the international one: day before month, "US$" for dollars.
 *
 * <p>Amounts come in minor units and show exactly the digits ISO 4217 gives the currency, whatever the language would round to.
 */
public final class Formats {

    private static final Locale INTERNATIONAL_ENGLISH = Locale.of("en", "001");
    private static final int NEAR_DAYS = 13;
    private static final int THIS_WEEK = 6;

    private final Locale locale;
    private final ZoneId zone;
    private final Currency home;
    private final LocalizedNumberFormatter numbers;
    private final RelativeDateTimeFormatter relative;
    private final ConcurrentMap<String, DateFormat> dates = new ConcurrentHashMap<>();
    private final ConcurrentMap<Currency, LocalizedNumberFormatter> monies = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, LocalizedNumberFormatter> decimals = new ConcurrentHashMap<>();

    /** @param home the currency taken where none is named */
    public Formats(Locale locale, ZoneId zone, Currency home) {
        this.locale = locale.equals(Locale.ENGLISH) ? INTERNATIONAL_ENGLISH : locale;
        this.zone = zone;
        this.home = home;
        numbers = NumberFormatter.withLocale(this.locale);
        relative = RelativeDateTimeFormatter.getInstance(ULocale.forLocale(this.locale));
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public Currency home() {
        return home;
    }

    /** "€4,820.00", "4.820,00 €", "¥4,820". */
    public String money(long minor, Currency currency) {
        return monies.computeIfAbsent(
                        currency, named -> numbers.unit(icu(named)).precision(Precision.fixedFraction(digits(named))))
                .format(decimal(minor, currency))
                .toString();
    }

    /** In the home currency. */
    public String money(long minor) {
        return money(minor, home);
    }

    /** With the ISO code instead of a sign, where several currencies meet: "EUR 4,820.00". */
    public String moneyWithCode(long minor, Currency currency) {
        return numbers.unit(icu(currency))
                .unitWidth(UnitWidth.ISO_CODE)
                .precision(Precision.fixedFraction(digits(currency)))
                .format(decimal(minor, currency))
                .toString();
    }

    /** Rounded half even to whole units, for figures read at a glance: "€182,400". */
    public String moneyRounded(long minor, Currency currency) {
        return numbers.unit(icu(currency))
                .precision(Precision.integer())
                .roundingMode(RoundingMode.HALF_EVEN)
                .format(decimal(minor, currency))
                .toString();
    }

    /** Shortened for axes and labels: "€182k", "182.000 €" where the language has no short word. */
    public String moneyShort(long minor, Currency currency) {
        return numbers.unit(icu(currency))
                .notation(Notation.compactShort())
                .format(decimal(minor, currency))
                .toString();
    }

    /** The number alone in the currency's own digits, for columns that name the currency once. */
    public String amount(long minor, Currency currency) {
        return fixed(digits(currency)).format(decimal(minor, currency)).toString();
    }

    public String number(long value) {
        return numbers.format(value).toString();
    }

    /** @param decimals digits after the decimal sign, always all of them */
    public String number(BigDecimal value, int decimals) {
        return fixed(decimals).format(value).toString();
    }

    private LocalizedNumberFormatter fixed(int digits) {
        return decimals.computeIfAbsent(digits, wanted -> numbers.precision(Precision.fixedFraction(wanted))
                .roundingMode(RoundingMode.HALF_EVEN));
    }

    /** @param ratio 0.62 for "62%" */
    public String percent(double ratio) {
        return percents().format(ratio).toString();
    }

    /** A change with its sign: "+4%", "-12%"; 0 has none. */
    public String change(double ratio) {
        return percents().sign(SignDisplay.EXCEPT_ZERO).format(ratio).toString();
    }

    /** "2 Nov 2026". */
    public String date(LocalDate date) {
        return dated("yMMMd", date);
    }

    /** Without the year when it is today's: "2 Nov". */
    public String date(LocalDate date, LocalDate today) {
        return dated(date.getYear() == today.getYear() ? "MMMd" : "yMMMd", date);
    }

    /** "2 November 2026", for letters. */
    public String dateLong(LocalDate date) {
        return dated("yMMMMd", date);
    }

    /** "Monday, 2 November 2026". */
    public String dateInFull(LocalDate date) {
        return dated("yMMMMEEEEd", date);
    }

    /** "2 Nov 2026, 10:00" in the reader's zone. */
    public String dateTime(Instant at) {
        return dated("yMMMdjm", at.atZone(zone));
    }

    /** "10:00" in the reader's zone. */
    public String time(Instant at) {
        return dated("jm", at.atZone(zone));
    }

    /** Near days in words ("tomorrow", "9 days ago"), others as dates; the date in full as title. */
    public When relative(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        String text = Math.abs(days) <= NEAR_DAYS ? day(days) : date(date, today);
        return new When(text, dateInFull(date), date.toString());
    }

    /** Minutes in words, today and its neighbours with the time, this week in days, others as dates. */
    public When relative(Instant at, Instant now) {
        ZonedDateTime then = at.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        long days = ChronoUnit.DAYS.between(today, then.toLocalDate());
        long minutes = Duration.between(now, at).toMinutes();
        String text;
        if (minutes == 0) {
            text = relative.format(Direction.PLAIN, AbsoluteUnit.NOW);
        } else if (Math.abs(minutes) < 60) {
            text = relative.format(
                    Math.abs(minutes), minutes < 0 ? Direction.LAST : Direction.NEXT, RelativeUnit.MINUTES);
        } else if (Math.abs(days) <= 1) {
            text = relative.combineDateAndTime(day(days), time(at));
        } else {
            text = Math.abs(days) <= THIS_WEEK ? day(days) : date(then.toLocalDate(), today);
        }
        return new When(text, dated("yMMMMEEEEdjmz", then), at.toString());
    }

    private String day(long days) {
        if (days == 0) {
            return relative.format(Direction.THIS, AbsoluteUnit.DAY);
        }
        Direction direction = days < 0 ? Direction.LAST : Direction.NEXT;
        return Math.abs(days) == 1
                ? relative.format(direction, AbsoluteUnit.DAY)
                : relative.format(Math.abs(days), direction, RelativeUnit.DAYS);
    }

    private LocalizedNumberFormatter percents() {
        return numbers.unit(MeasureUnit.PERCENT)
                .scale(Scale.powerOfTen(2))
                .precision(Precision.integer())
                .roundingMode(RoundingMode.HALF_EVEN);
    }

    private String dated(String fields, Temporal at) {
        DateFormat shared = dates.computeIfAbsent(fields, this::dateFormat);
        // A DateFormat is not safe for threads; its clone is cheap.
        return ((DateFormat) shared.clone()).format(at);
    }

    private DateFormat dateFormat(String fields) {
        DateFormat format = DateFormat.getInstanceForSkeleton(fields, ULocale.forLocale(locale));
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format;
    }

    private static BigDecimal decimal(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** Decimals by ISO 4217; what has none of its own (gold, testing) counts as 2. */
    private static int digits(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return digits < 0 ? 2 : digits;
    }

    private static com.ibm.icu.util.Currency icu(Currency currency) {
        return com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode());
    }
}
