package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.internal.WrittenAmount.Mark;
import com.duemate.platform.imports.internal.WrittenDate.Order;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, amounts, currencies, terms and headers as people write them. */
class WrittenValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            2026-03-04                 | DAY_FIRST   | 2026-03-04
            2026-03-04T23:59:00+01:00  | DAY_FIRST   | 2026-03-04
            2026/3/4 00:00:00          | MONTH_FIRST | 2026-03-04
            20260304                   | MONTH_FIRST | 2026-03-04
            3/4/2026                   | MONTH_FIRST | 2026-03-04
            3/4/2026 12:00:00 AM       | DAY_FIRST   | 2026-04-03
            04.03.26                   | DAY_FIRST   | 2026-03-04
            4-3-99                     | DAY_FIRST   | 1999-03-04
            4. März 2026               | MONTH_FIRST | 2026-03-04
            Mar 4, 2026                | DAY_FIRST   | 2026-03-04
            4-Mar-26                   | MONTH_FIRST | 2026-03-04
            Wed, 4th March 2026        | MONTH_FIRST | 2026-03-04
            4 de marzo de 2026         | MONTH_FIRST | 2026-03-04
            4 août 2026                | DAY_FIRST   | 2026-08-04
            13/1/2026                  | MIXED       | 2026-01-13
            1/13/2026                  | MIXED       | 2026-01-13
            13/1/2026                  | MONTH_FIRST | none
            30/2/2026                  | DAY_FIRST   | none
            0000-00-00                 | DAY_FIRST   | none
            45000                      | DAY_FIRST   | none
            12.50                      | DAY_FIRST   | none
            1/2/3/2026                 | DAY_FIRST   | none
            soon                       | DAY_FIRST   | none
            """)
    void datesAreRead(String written, Order order, String day) {
        var date = WrittenDate.read(written, 2046);
        assertThat(date == null ? null : date.in(order)).isEqualTo(day == null ? null : LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '"', textBlock = """
            1,234.56       | DOT   | 1234.56    | DOT
            1.234,56       | COMMA | 1234.56    | COMMA
            1 234,56       | COMMA | 1234.56    | COMMA
            1'234.50       | DOT   | 1234.50    | DOT
            12,34,567.00   | DOT   | 1234567.00 | DOT
            1.234.567      | COMMA | 1234567    | COMMA
            1.234          | COMMA | 1234       | LIKELY_COMMA
            1.234          | DOT   | 1.234      | LIKELY_COMMA
            0.125          | DOT   | 0.125      | DOT
            .50            | DOT   | 0.50       | DOT
            12,-           | COMMA | 12         | NONE
            12,50          | DOT   | none       | COMMA
            1,23.4         | DOT   | none       | DOT
            (12.00)        | DOT   | -12.00     | DOT
            -12.00         | DOT   | -12.00     | DOT
            12.00-         | DOT   | -12.00     | DOT
            € -12.00       | DOT   | -12.00 €   | DOT
            € 12.00        | DOT   | 12.00 €    | DOT
            12,00 EUR      | COMMA | 12.00 EUR  | COMMA
            $12.00 USD     | DOT   | 12.00 USD  | DOT
            CHF 1’200.00   | DOT   | 1200.00 CHF| DOT
            """)
    void amountsAreRead(String written, Mark mark, String value, WrittenAmount.Evidence evidence) {
        var amount = Objects.requireNonNull(WrittenAmount.read(written));
        var number = amount.value(mark);
        var shown = number == null
                ? null
                : (amount.negative() ? "-" : "") + number + (amount.currency() == null ? "" : " " + amount.currency());
        assertThat(shown).isEqualTo(value);
        assertThat(amount.evidence()).isEqualTo(evidence);
    }

    @ParameterizedTest
    @CsvSource({"1.2.3,4,5", "1e9", "12 + 3", "--5", "abc", "(12.00", "0x10", "=1+1", "''"})
    void whatIsNoAmountIsRefused(String written) {
        var amount = WrittenAmount.read(written);
        var currency = amount == null ? null : amount.currency();
        assertThat(amount == null
                        || (amount.value(Mark.DOT) == null && amount.value(Mark.COMMA) == null)
                        || (currency != null && Currencies.read(currency, Currency.getInstance("EUR")) == null))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "$, CAD, CAD",
                "$, EUR, USD",
                "kr, SEK, SEK",
                "kr, EUR, none",
                "zł, EUR, PLN",
                "eur, USD, EUR",
                "XXX, USD, none",
                "XAU, USD, none",
                "ZZZ, USD, none",
                "R$, USD, BRL"
            })
    void currenciesAreRead(String written, String expected, String code) {
        var currency = Currencies.read(written, Currency.getInstance(expected));
        assertThat(currency == null ? null : currency.getCurrencyCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"30,30", "Net 30,30", "2/10 Net 30,30", "30 Tage netto,30", "14 days,14", "0,0", "400,-1", "soon,-1"})
    void termsAreRead(String written, int days) {
        assertThat(Terms.days(written)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "customerID, CUSTOMER_NUMBER",
                "Customer_No., CUSTOMER_NUMBER",
                "Kunden-Nr., CUSTOMER_NUMBER",
                "Kunde, CUSTOMER_NAME",
                "Raison sociale, CUSTOMER_NAME",
                "E-Mail, CUSTOMER_EMAIL",
                "Invoice #, INVOICE_NUMBER",
                "N° de facture, INVOICE_NUMBER",
                "Facture, INVOICE_NUMBER",
                "Rechnungsnummer, INVOICE_NUMBER",
                "invoiceDate (UTC), ISSUED_ON",
                "Fällig am, DUE_ON",
                "FAELLIG_AM, DUE_ON",
                "Échéance, DUE_ON",
                "Betrag in EUR, AMOUNT",
                "Amount (USD), AMOUNT",
                "Förfallodatum, DUE_ON",
                "Beløp, AMOUNT",
                "SettledDate, PAID_ON",
                "Bezahlt am, PAID_ON",
                "Währung, CURRENCY",
                "PaperlessDate, none",
                "PaperlessBill, none",
                "countryCode, none",
                "DaysToSettle, none",
                "DaysLate, none",
                "Disputed, none",
                "Net amount, none",
                "Amount (net), none",
                "Total (incl. VAT), AMOUNT"
            })
    void headersAreUnderstood(String header, ImportField field) {
        var meanings = HeaderNames.parse(header, Currency.getInstance("EUR")).meanings();
        assertThat(meanings.isEmpty() ? null : meanings.getFirst().field()).isEqualTo(field);
    }
}
