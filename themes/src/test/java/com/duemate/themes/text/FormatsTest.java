package com.duemate.themes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 11);

    private final Formats british = new Formats(Locale.UK, LISBON, EUR);
    private final Formats german = new Formats(Locale.GERMANY, ZoneId.of("Europe/Berlin"), EUR);

    @Test
    void readsEnglishWithoutACountryAsTheInternationalOne() {
        Formats plain = new Formats(Locale.ENGLISH, LISBON, EUR);
        assertThat(plain.dateLong(LocalDate.of(2026, 11, 2))).isEqualTo("2 November 2026");
        assertThat(plain.money(9_900, Currency.getInstance("USD"))).isEqualTo("US$99.00");
    }

    @Test
    void showsMoneyInTheCurrencysOwnDigits() {
        assertThat(british.money(482_000)).isEqualTo("€4,820.00");
        assertThat(plain(german.money(482_000))).isEqualTo("4.820,00 €");
        assertThat(british.money(4_820, Currency.getInstance("JPY"))).isEqualTo("JP¥4,820");
        assertThat(plain(british.money(4_820_123, Currency.getInstance("KWD")))).isEqualTo("KWD 4,820.123");
        assertThat(british.money(-5)).isEqualTo("-€0.05");
    }

    /** CLDR would drop the two digits in which the amount was stored. */
    @Test
    void followsIsoWhereLanguagesRound() {
        assertThat(plain(british.money(123_456, Currency.getInstance("AFN")))).isEqualTo("AFN 1,234.56");
    }

    @Test
    void namesTheCurrencyWhereSeveralMeet() {
        assertThat(plain(british.moneyWithCode(482_000, EUR))).isEqualTo("EUR 4,820.00");
        assertThat(plain(german.moneyWithCode(482_000, EUR))).isEqualTo("4.820,00 EUR");
        assertThat(british.amount(482_000, EUR)).isEqualTo("4,820.00");
    }

    @Test
    void roundsAndShortensFiguresReadAtAGlance() {
        assertThat(british.moneyRounded(18_240_050, EUR)).isEqualTo("€182,400");
        assertThat(british.moneyShort(18_240_050, EUR)).isEqualTo("€182k");
    }

    @Test
    void showsSharesAndChanges() {
        assertThat(british.percent(0.62)).isEqualTo("62%");
        assertThat(plain(german.percent(0.62))).isEqualTo("62 %");
        assertThat(british.change(0.041)).isEqualTo("+4%");
        assertThat(british.change(-0.12)).isEqualTo("-12%");
        assertThat(british.change(0)).isEqualTo("0%");
    }

    @Test
    void saysNearDaysInWordsAndFarOnesAsDates() {
        assertThat(british.relative(TODAY, TODAY).text()).isEqualTo("today");
        assertThat(british.relative(TODAY.minusDays(9), TODAY).text()).isEqualTo("9 days ago");
        assertThat(german.relative(TODAY.plusDays(1), TODAY).text()).isEqualTo("morgen");
        assertThat(british.relative(TODAY.minusDays(14), TODAY).text()).isEqualTo("28 Oct");
        assertThat(british.relative(TODAY.minusYears(1), TODAY))
                .isEqualTo(new When("11 Nov 2025", "Tuesday, 11 November 2025", "2025-11-11"));
    }

    @Test
    void saysTimesInTheReadersZone() {
        Instant now = Instant.parse("2026-11-11T23:30:00Z");

        assertThat(british.relative(now.minusSeconds(20), now).text()).isEqualTo("now");
        assertThat(british.relative(now.minusSeconds(300), now).text()).isEqualTo("5 minutes ago");
        assertThat(british.relative(Instant.parse("2026-11-12T10:00:00Z"), now).text())
                .isEqualTo("tomorrow, 10:00");
        // In Berlin it is already the 12th.
        assertThat(german.relative(Instant.parse("2026-11-12T10:00:00Z"), now).text())
                .isEqualTo("heute, 11:00");
        assertThat(british.relative(Instant.parse("2026-11-08T10:00:00Z"), now).text())
                .isEqualTo("3 days ago");
        assertThat(british.relative(Instant.parse("2026-10-01T10:00:00Z"), now).text())
                .isEqualTo("1 Oct");
        assertThat(british.relative(now, now).title())
                .contains("11 November 2026")
                .contains("23:30");
    }

    /** No-break spaces, which formats use so that amounts never wrap, made visible to comparison. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
