package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.imports.ImportColumn;
import com.duemate.platform.imports.ImportColumn.MappedBy;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.internal.Sheet.CurrencySource;
import com.duemate.platform.imports.internal.Sheet.DecidedBy;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Money;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTablesTest {

    private final Path folder;

    ReadingTablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAGermanTableBelowItsTitle() throws IOException {
        var text = """
                Offene Posten Müller & Söhne;;;;;;

                Rechnung Nr.;Kunde;Rechnungsdatum;Zahlungsziel;Betrag;Währung;Bemerkung
                R-1;Bäckerei Öz;03.04.2026;30 Tage netto;1.234,56 €;EUR;"zwei
                Zeilen; mit ""Strichpunkt""\"
                R-2;Straßenbau AG;13.04.2026;14;99;EUR;
                """;
        var file = Tables.file(folder, text, Charset.forName("windows-1252"));

        var read = Tables.read(file, Tables.expecting("en-US", "USD"));

        var table = (CsvTable) read.sheet().table();
        assertThat(table.delimiter()).isEqualTo(';');
        assertThat(table.charset().charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(read.sheet().headerRow()).isEqualTo(3);
        assertThat(read.sheet().currencySource()).isEqualTo(CurrencySource.COLUMN);
        assertThat(read.errors()).isEmpty();
        assertThat(read.taken()).extracting(ReadRow::row).containsExactly(4L, 6L);
        assertThat(read.taken().getFirst().customer().name()).isEqualTo("Bäckerei Öz");
        assertThat(read.invoices().getFirst())
                .isEqualTo(new ReadRow.InvoiceCells(
                        "R-1",
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 5, 3),
                        Money.of(123_456, "EUR"),
                        null,
                        null,
                        "zwei Zeilen; mit \"Strichpunkt\""));
        assertThat(read.invoices().getLast().total()).isEqualTo(Money.of(9900, "EUR"));
    }

    @Test
    void readsATableOfCustomersOnly() throws IOException {
        var read = Tables.read(folder, """
                id,Name,E-Mail,Telefon,Sprache,Zeitzone,Balance
                007,Åsa Lind,ASA@example.com,+351 21 123 45 67,sv-SE,Europe/Lisbon,12.00
                8,Ben,,-,German,,
                9,,not-an-address,call me,Klingon,Mars/Base,
                """);

        assertThat(read.sheet().kind()).isEqualTo(ImportKind.CUSTOMERS);
        assertThat(read.taken().getFirst().customer())
                .isEqualTo(new ReadRow.CustomerCells(
                        "007",
                        "Åsa Lind",
                        new EmailAddress("asa@example.com"),
                        "+351211234567",
                        Locale.of("sv", "SE"),
                        ZoneId.of("Europe/Lisbon")));
        assertThat(read.taken().getLast().customer())
                .isEqualTo(new ReadRow.CustomerCells("8", "Ben", null, null, Locale.GERMAN, null));
        assertThat(read.errors())
                .containsExactly(
                        "4 CUSTOMER_EMAIL EMAIL_UNREADABLE",
                        "4 CUSTOMER_PHONE PHONE_UNREADABLE",
                        "4 CUSTOMER_LANGUAGE LANGUAGE_UNKNOWN",
                        "4 CUSTOMER_ZONE ZONE_UNKNOWN");
    }

    @Test
    void aMappingGivenByAPersonWins() throws IOException {
        var text = """
                Col A,Col B,Amount,Stamp,Total
                X-1,Ann,1.00,2026-01-02,5.00
                """;
        var given = Map.of(
                "Col A",
                ImportField.INVOICE_NUMBER,
                "Col B",
                ImportField.CUSTOMER_NAME,
                "stamp",
                ImportField.ISSUED_ON,
                "Total",
                ImportField.IGNORED);

        var read = Tables.read(Tables.file(folder, text, StandardCharsets.UTF_8), Tables.expecting(given));

        assertThat(read.invoices().getFirst().total()).isEqualTo(Money.of(100, "USD"));
        assertThat(read.taken().getFirst().customer().name()).isEqualTo("Ann");
        assertThat(read.sheet().columns())
                .extracting(ImportColumn::by)
                .containsExactly(MappedBy.GIVEN, MappedBy.GIVEN, MappedBy.NAME, MappedBy.GIVEN, MappedBy.NOTHING);
    }

    @Test
    void contentsDecideWhereNamesCannot() throws IOException {
        var read = Tables.read(folder, """
                Invoice,Customer,Written,Paid,Money,Reach,Unit
                1,Ann,2026-01-02,2026-01-05,5.00,ann@example.com,EUR
                2,Ben,2026-01-03,,7.50,ben@example.com,CHF
                """);

        assertThat(read.mapping())
                .isEqualTo(Map.of(
                        "Invoice", ImportField.INVOICE_NUMBER,
                        "Customer", ImportField.CUSTOMER_NAME,
                        "Written", ImportField.ISSUED_ON,
                        "Paid", ImportField.PAID_ON,
                        "Money", ImportField.AMOUNT,
                        "Reach", ImportField.CUSTOMER_EMAIL,
                        "Unit", ImportField.CURRENCY));
        assertThat(read.invoices())
                .extracting(ReadRow.InvoiceCells::total)
                .containsExactly(Money.of(500, "EUR"), Money.of(750, "CHF"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance | 1/2/2026,Invoice,1001,Ann,2/1/2026,5.00,5.00
            *ContactName,EmailAddress,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,TaxTotal,InvoiceAmountPaid,Currency | Ann,a@b.de,1001,,2026-01-02,2026-02-01,5.00,1.00,0.00,USD
            id,Amount Due,Currency,Customer,Date (UTC),Due Date (UTC),Number,Paid,Subtotal,Tax,Total | in_1,5.00,usd,Ann,2026-01-02 10:00,2026-02-01 10:00,1001,false,4.00,1.00,5.00
            Client Name,Invoice #,Date Issued,Invoice Status,Date Due,Amount | Ann,1001,2026-01-02,sent,2026-02-01,5.00
            Belegnummer,Kunde,Belegdatum,Fälligkeitsdatum,Nettobetrag,Bruttobetrag,Status | 1001,Ann,02.01.2026,01.02.2026,4.00,5.00,offen
            """)
    void exportsOfOtherProgramsAreUnderstood(String header, String row) throws IOException {
        var read = Tables.read(folder, header + "\n" + row + "\n");

        assertThat(read.errors()).isEmpty();
        assertThat(read.taken().getFirst().customer().name()).isEqualTo("Ann");
        assertThat(read.invoices().getFirst())
                .isEqualTo(new ReadRow.InvoiceCells(
                        "1001",
                        LocalDate.of(2026, 1, 2),
                        LocalDate.of(2026, 2, 1),
                        Money.of(500, "USD"),
                        null,
                        null,
                        null));
    }

    @Test
    void saysWhatIsMissingInsteadOfGuessing() throws IOException {
        var file = Tables.file(
                folder, "Invoice no,Customer,PaperlessDate,Net amount\n1,Ann,1/2/2026,5.00\n", StandardCharsets.UTF_8);
        var sheet = (Sheet) new ImportReader(Tables.expecting("en-US", "USD")).look(file);

        assertThat(sheet.missing()).containsExactly(ImportField.ISSUED_ON, ImportField.AMOUNT);
    }

    @Test
    void datesAreReadByTheirColumnThenByTheOthersThenByTheLocale() throws IOException {
        var header = "Invoice no,Customer,Invoice date,Due date,Amount\n";
        var proven = header + "1,A,3/4/2026,3/5/2026,1\n".repeat(1) + "2,A,13/4/2026,1/6/2026,1\n";
        var open = header + "1,A,3/4/2026,4/4/2026,1\n";

        var byColumn = Tables.read(folder, proven);
        var byLocale = Tables.read(folder, open);
        var british = Tables.read(Tables.file(folder, open, StandardCharsets.UTF_8), Tables.expecting("en-GB", "GBP"));

        assertThat(byColumn.invoices())
                .extracting(ReadRow.InvoiceCells::issuedOn)
                .containsExactly(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 13));
        assertThat(byColumn.invoices())
                .extracting(ReadRow.InvoiceCells::dueOn)
                .containsExactly(LocalDate.of(2026, 5, 3), LocalDate.of(2026, 6, 1));
        assertThat(decidedBy(byColumn)).containsExactly(DecidedBy.COLUMN, DecidedBy.OTHER_COLUMNS);
        assertThat(byLocale.invoices().getFirst().issuedOn()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(decidedBy(byLocale)).containsExactly(DecidedBy.LOCALE, DecidedBy.LOCALE);
        assertThat(british.invoices().getFirst().issuedOn()).isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @Test
    void aLateRowDecidesForTheWholeColumn() throws IOException {
        var rows = new StringBuilder("Invoice no,Customer,Invoice date,Amount\n");
        for (int i = 0; i < 5000; i++) {
            rows.append(i).append(",A,1/2/2026,\"1,234\"\n");
        }
        rows.append("x,A,31/1/2026,\"1.234,50\"\n");

        var read = Tables.read(folder, rows.toString());

        assertThat(read.invoices()).hasSize(5000);
        assertThat(read.invoices().getFirst().issuedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(read.invoices().getFirst().total()).isEqualTo(Money.of(123_400, "USD"));
        assertThat(read.errors()).containsExactly("5002 AMOUNT AMOUNT_UNREADABLE");
    }

    @Test
    void aColumnOfBothOrdersTakesOnlyWhatIsCertain() throws IOException {
        var read = Tables.read(folder, """
                Invoice no,Customer,Invoice date,Amount
                1,A,13/1/2026,"1.234,50"
                2,A,1/13/2026,"1,234.50"
                3,A,1/2/2026,5
                4,A,2026-01-02,"1,234"
                5,A,Jan 2 2026,5
                """);

        assertThat(read.invoices()).extracting(ReadRow.InvoiceCells::number).containsExactly("1", "2", "5");
        assertThat(read.errors()).containsExactly("4 ISSUED_ON DATE_AMBIGUOUS", "5 AMOUNT AMOUNT_AMBIGUOUS");
    }

    @Test
    void amountsGetTheirCurrencyFromTheCellTheHeaderOrTheTenant() throws IOException {
        var byCell = Tables.read(
                folder, "Invoice no,Customer,Date,Amount (EUR)\n1,A,2026-01-02,£5.00\n2,A,2026-01-02,7.00\n");
        var byTenant = Tables.read(folder, "Invoice no,Customer,Date,Amount\n1,A,2026-01-02,5.00\n");

        assertThat(byCell.invoices())
                .extracting(ReadRow.InvoiceCells::total)
                .containsExactly(Money.of(500, "GBP"), Money.of(700, "EUR"));
        assertThat(byCell.sheet().currencySource()).isEqualTo(CurrencySource.CELLS);
        assertThat(byTenant.invoices().getFirst().total()).isEqualTo(Money.of(500, "USD"));
        assertThat(byTenant.sheet().currencySource()).isEqualTo(CurrencySource.TENANT);
    }

    @Test
    void columnsThatAreNotAskedForAreListedAndIgnored() throws IOException {
        var read = Tables.read(folder, "Invoice no,Customer,Date,Amount,Mood,\n1,A,2026-01-02,5.00,=evil(),\n");

        assertThat(read.invoices()).hasSize(1);
        var mood = read.sheet().columns().get(4);
        assertThat(mood.header()).isEqualTo("Mood");
        assertThat(mood.field()).isNull();
        assertThat(Objects.requireNonNull(mood.samples()).getFirst()).isEqualTo("=evil()");
    }

    private static List<DecidedBy> decidedBy(Tables.AllRows read) {
        var orders = read.sheet().dateOrders();
        return List.of(
                Objects.requireNonNull(orders.get(ImportField.ISSUED_ON)).by(),
                Objects.requireNonNull(orders.get(ImportField.DUE_ON)).by());
    }
}
