package com.duemate.platform.imports.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text files that are wrong, by accident or on purpose: the row is refused with its reason and the rest is taken. */
class HostileTextTest {

    private static final String HEADER = "Invoice no,Customer,Invoice date,Due date,Amount,Currency,Paid on,Subject\n";
    private static final String GOOD = ",Ann,2026-01-02,2026-02-01,5.00,EUR,,\n";

    private final Path folder;

    HostileTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1,Ann,0000-01-02,,5.00,EUR,,                    | ISSUED_ON DATE_OUT_OF_RANGE
            1,Ann,1/1/0000,,5.00,EUR,,                      | ISSUED_ON DATE_OUT_OF_RANGE
            1,Ann,1969-12-31,,5.00,EUR,,                    | ISSUED_ON DATE_OUT_OF_RANGE
            1,Ann,2026-01-02,2046-11-22,5.00,EUR,,          | DUE_ON DATE_OUT_OF_RANGE
            1,Ann,2026-02-30,,5.00,EUR,,                    | ISSUED_ON DATE_DOES_NOT_EXIST
            1,Ann,tomorrow,,5.00,EUR,,                      | ISSUED_ON DATE_UNREADABLE
            1,Ann,,,5.00,EUR,,                              | ISSUED_ON MISSING
            1,Ann,2026-01-02,2026-01-01,5.00,EUR,,          | DUE_ON DUE_BEFORE_ISSUE
            1,Ann,2026-01-02,,5.00,EUR,2026-11-22,          | PAID_ON DATE_IN_FUTURE
            1,Ann,2026-01-02,,-5.00,EUR,,                   | AMOUNT AMOUNT_NEGATIVE
            1,Ann,2026-01-02,,(5.00),EUR,,                  | AMOUNT AMOUNT_NEGATIVE
            1,Ann,2026-01-02,,0.00,EUR,,                    | AMOUNT AMOUNT_ZERO
            1,Ann,2026-01-02,,,EUR,,                        | AMOUNT MISSING
            1,Ann,2026-01-02,,10000000000.01,EUR,,          | AMOUNT AMOUNT_TOO_LARGE
            1,Ann,2026-01-02,,1e9,EUR,,                     | AMOUNT AMOUNT_UNREADABLE
            1,Ann,2026-01-02,,5 ZZZ,,,                      | AMOUNT CURRENCY_UNKNOWN
            1,Ann,2026-01-02,,5.001,EUR,,                   | AMOUNT AMOUNT_AMBIGUOUS
            1,Ann,2026-01-02,,5.0001,EUR,,                  | AMOUNT TOO_MANY_DECIMALS
            1,Ann,2026-01-02,,5.50,JPY,,                    | AMOUNT TOO_MANY_DECIMALS
            1,Ann,2026-01-02,,5.00,ZZZ,,                    | CURRENCY CURRENCY_UNKNOWN
            1,Ann,2026-01-02,,£5.00,EUR,,                   | AMOUNT CURRENCY_CONTRADICTS
            1,Ann,2026-01-02,,=1+1,EUR,,                    | AMOUNT FORMULA
            1,=cmd()!A1,2026-01-02,,5.00,EUR,,              | CUSTOMER_NAME FORMULA
            1,Ann,2026-01-02,,5.00,EUR,,@SUM(1)             | SUBJECT FORMULA
            1,Ann,2026-01-02,,5.00,EUR,,+1+cmd              | SUBJECT FORMULA
            1,Ann,2026-01-02,,5.00,EUR,,\u2066a             | SUBJECT HIDDEN_CHARACTERS
            1,A\u0000nn,2026-01-02,,5.00,EUR,,              | CUSTOMER_NAME HIDDEN_CHARACTERS
            1,Ann\u202Egnp.exe,2026-01-02,,5.00,EUR,,       | CUSTOMER_NAME HIDDEN_CHARACTERS
            1,A\uFFFDnn,2026-01-02,,5.00,EUR,,              | CUSTOMER_NAME WRONG_ENCODING
            ,Ann,2026-01-02,,5.00,EUR,,                     | INVOICE_NUMBER MISSING
            1,,2026-01-02,,5.00,EUR,,                       | CUSTOMER_NAME MISSING
            0,Ann,2026-01-02,,5.00,EUR,,                    | INVOICE_NUMBER DUPLICATE_IN_FILE
            1,Ann,2026-01-02,,5,00,EUR,,note                | row TOO_MANY_CELLS
            1,"Ann" Lee,2026-01-02,,5.00,EUR,,              | row QUOTE_NOT_CLOSED
            1,"Ann,2026-01-02,,5.00,EUR,,                   | row QUOTE_NOT_CLOSED
            """)
    void aBadRowIsRefusedWithItsReasonAndTheRestIsTaken(String row, String error) throws IOException {
        var read = Tables.read(folder, HEADER + "0" + GOOD + row + "\n" + "2" + GOOD + "3" + GOOD);

        assertThat(read.errors()).containsExactly("3 " + error);
        assertThat(read.invoices()).extracting(ReadRow.InvoiceCells::number).containsExactly("0", "2", "3");
    }

    @Test
    void textIsTakenCleanedAndPlainNumbersMayBeginWithASign() throws IOException {
        var read = Tables.read(
                folder, "Customer no,Customer,Phone\n-12,  Zoe\u0308 \u200B \u00A0 Ltd , +351 211 234 567\n");

        var customer = read.taken().getFirst().customer();
        assertThat(customer.number()).isEqualTo("-12");
        assertThat(customer.name()).isEqualTo("Zoë Ltd");
        assertThat(customer.phone()).isEqualTo("+351211234567");
    }

    @Test
    void linesInAnotherEncodingAreRefusedAlone() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + "0,Zoë,2026-01-02,,5.00,EUR,,\n").getBytes(UTF_8));
        bytes.write("1,Zoë,2026-01-02,,5.00,EUR,,\n".getBytes(ISO_8859_1));
        bytes.write("2,Zoë,2026-01-02,,5.00,EUR,,\n".getBytes(UTF_8));
        var read = Tables.read(
                Files.write(folder.resolve("mixed.csv"), bytes.toByteArray()), Tables.expecting("en-US", "USD"));

        assertThat(read.errors()).containsExactly("3 CUSTOMER_NAME WRONG_ENCODING");
        assertThat(read.taken()).extracting(row -> row.customer().name()).containsExactly("Zoë", "Zoë");
    }

    @Test
    @Timeout(60)
    void aMillionQuotesCostNothingButTheirRows() throws IOException {
        var quotes = "\"".repeat(1_000_001);
        var read = Tables.read(
                folder, HEADER + "0" + GOOD + "1," + quotes + "\n2" + GOOD + "\"\n".repeat(1_000_000) + "3" + GOOD);

        assertThat(read.invoices()).extracting(ReadRow.InvoiceCells::number).contains("0", "2", "3");
        assertThat(read.errors().size()).isEqualTo(1_000_001);
    }

    @Test
    @Timeout(60)
    void linesThatEachOpenAQuoteAreNotReadOverAndOver() throws IOException {
        var line = "x".repeat(1000) + "\",\"" + "y".repeat(1000) + "\n";
        var read = Tables.read(folder, HEADER + "0" + GOOD + line.repeat(20_000) + "3" + GOOD);

        assertThat(read.invoices()).extracting(ReadRow.InvoiceCells::number).containsExactly("0", "3");
    }

    @Test
    @Timeout(60)
    void aLineWithoutEndIsLetGoPieceByPiece() throws IOException {
        var file = folder.resolve("long.csv");
        var piece = "x".repeat(1 << 20).getBytes(UTF_8);
        try (var out = Files.newOutputStream(file)) {
            out.write((HEADER + "0" + GOOD + "1,").getBytes(UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(piece);
            }
            out.write(("\n2" + GOOD).getBytes(UTF_8));
        }
        var read = Tables.read(file, Tables.expecting("en-US", "USD"));

        assertThat(read.errors()).containsExactly("3 row ROW_TOO_LONG");
        assertThat(read.invoices()).extracting(ReadRow.InvoiceCells::number).containsExactly("0", "2");
    }

    @Test
    void widthAndLengthHaveBounds() throws IOException {
        var read = Tables.read(
                folder,
                HEADER + "1" + ",".repeat(600) + "\n2," + "n".repeat(201) + ",2026-01-02,,5.00,EUR,,\n3" + GOOD);

        assertThat(read.errors()).containsExactly("2 row TOO_MANY_COLUMNS", "3 CUSTOMER_NAME TOO_LONG");
        assertThat(read.invoices()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | EMPTY_FILE
            Invoice no,Customer,Date,Amount | NO_ROWS
            %PDF-1.7 and so on              | NOT_A_TABLE
            a\u0001b\u0002c\u0003d          | NOT_A_TABLE
            """)
    void whatIsNoTableIsRefusedAsAWhole(String text, Reason reason) throws IOException {
        var look = new ImportReader(Tables.expecting("en-US", "USD")).look(Tables.file(folder, text, UTF_8));

        assertThat(look).isEqualTo(new UnreadableFile(reason));
    }

    @Test
    void noBytesMakeItStumble() throws IOException {
        var random = new Random(7);
        var text = HEADER + IntStream.range(0, 30).mapToObj(i -> i + GOOD).collect(Collectors.joining());
        var alphabet = "\"\"\",;\n\r\t\u0000=(.-/ 9aé€\uFFFF".getBytes(UTF_8);
        for (int round = 0; round < 400; round++) {
            var bytes = text.getBytes(UTF_8);
            for (int i = 0; i < round / 8 + 1; i++) {
                bytes[random.nextInt(bytes.length)] = alphabet[random.nextInt(alphabet.length)];
            }
            var file = Files.write(folder.resolve("noise.csv"), bytes);
            var reader = new ImportReader(Tables.expecting("en-US", "USD"));
            if (reader.look(file) instanceof Sheet sheet && sheet.missing().isEmpty()) {
                Tables.read(file, Tables.expecting("en-US", "USD"));
            }
        }
    }
}
