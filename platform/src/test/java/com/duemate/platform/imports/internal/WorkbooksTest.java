package com.duemate.platform.imports.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.imports.internal.Sheet.CurrencySource;
import com.duemate.platform.kernel.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WorkbooksTest {

    private static final String ROW = "<row r='%d'><c r='A%<d' t='inlineStr'><is><t>%s</t></is></c>"
            + "<c r='B%1$d' t='inlineStr'><is><t>Ann</t></is></c><c r='C%1$d'><v>46024</v></c><c r='D%1$d'><v>5.5</v></c></row>";
    private static final String HEADER = "<row r='1'><c r='A1' t='inlineStr'><is><t>Invoice no</t></is></c>"
            + "<c r='B1' t='inlineStr'><is><r><t>Cust</t></r><r><t>omer</t></r></is></c>"
            + "<c r='C1' t='inlineStr'><is><t>Issued on</t></is></c><c r='D1' t='inlineStr'><is><t>Amount</t></is></c></row>";

    private final Path folder;

    WorkbooksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsWhatASpreadsheetWrote() throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var notes = book.newWorksheet("Notes");
            notes.value(0, 0, "Nothing to see");
            var sheet = book.newWorksheet("Invoices");
            sheet.value(0, 0, "Open items");
            var headers =
                    new String[] {"Rechnungsnummer", "Kunden-Nr.", "Rechnungsdatum", "Fällig am", "Betrag", "Bezahlt am"
                    };
            for (int i = 0; i < headers.length; i++) {
                sheet.value(2, i, headers[i]);
            }
            for (int row = 3; row <= 6; row++) {
                sheet.value(row, 0, "R-" + row);
                sheet.value(row, 1, row);
                sheet.style(row, 1).format("00000").set();
                sheet.value(row, 2, LocalDate.of(2026, 1, row));
                sheet.style(row, 2).format("dd.mm.yyyy").set();
                sheet.value(row, 3, row == 4 ? "31.01.2026" : null);
                sheet.value(row, 4, new BigDecimal("48.200000000000003"));
                sheet.style(row, 4).format("#,##0.00 [$€-407]").set();
            }
            sheet.formula(5, 4, "1+1");
            sheet.value(6, 1, "=HYPERLINK(\"x\")");
            sheet.value(8, 0, "R-8");
        }

        var read = Tables.read(file, Tables.expecting("en-US", "USD"));

        assertThat(((XlsxTable) read.sheet().table()).name()).isEqualTo("Invoices");
        assertThat(read.sheet().headerRow()).isEqualTo(3);
        assertThat(read.sheet().currencySource()).isEqualTo(CurrencySource.CELLS);
        assertThat(read.taken().getFirst().customer().number()).isEqualTo("00003");
        assertThat(read.invoices())
                .containsExactly(
                        new ReadRow.InvoiceCells(
                                "R-3", LocalDate.of(2026, 1, 3), null, Money.of(4820, "EUR"), null, null, null),
                        new ReadRow.InvoiceCells(
                                "R-4",
                                LocalDate.of(2026, 1, 4),
                                LocalDate.of(2026, 1, 31),
                                Money.of(4820, "EUR"),
                                null,
                                null,
                                null));
        assertThat(read.errors())
                .containsExactly(
                        "6 AMOUNT FORMULA",
                        "7 CUSTOMER_NUMBER FORMULA",
                        "9 CUSTOMER_NUMBER MISSING",
                        "9 ISSUED_ON MISSING",
                        "9 AMOUNT MISSING");
    }

    @Test
    void readsItFromHandWrittenXmlToo() throws IOException {
        var read = Tables.read(
                book(HEADER + ROW.formatted(2, "a &amp; b") + ROW.formatted(7, "<![CDATA[c]]>")),
                Tables.expecting("en-US", "USD"));

        assertThat(read.taken()).extracting(ReadRow::row).containsExactly(2L, 7L);
        assertThat(read.invoices()).extracting(ReadRow.InvoiceCells::number).containsExactly("a & b", "c");
        assertThat(read.invoices().getFirst().issuedOn()).isEqualTo(LocalDate.of(2026, 1, 2));
    }

    @Test
    @Timeout(60)
    void cellsFarOutAndTextsThatAreNotThereDoNotHurt() throws IOException {
        var read = Tables.read(
                book(HEADER
                        + "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>"
                        + "<row r='3'><c r='A3' t='s'><v>999999999</v></c></row>"
                        + "<row r='4'><c r='A4'><v>1E999999999</v></c></row>"
                        + "<row r='5'><c r='A5' t='inlineStr'><is><t>" + "x".repeat(40_000) + "</t></is></c></row>"
                        + ROW.formatted(6, "ok")),
                Tables.expecting("en-US", "USD"));

        assertThat(read.errors())
                .contains(
                        "2 row TOO_MANY_COLUMNS",
                        "3 INVOICE_NUMBER CELL_ERROR",
                        "4 INVOICE_NUMBER CELL_ERROR",
                        "5 INVOICE_NUMBER TOO_LONG");
        assertThat(read.invoices()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void hostileWorkbooksAreRefusedBeforeTheyGrow() throws IOException {
        var xxe = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
        var laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>";
        assertThat(look(book(xxe, HEADER + ROW.formatted(2, "&e;"))))
                .isEqualTo(new UnreadableFile(Reason.SUSPICIOUS_FILE));
        assertThat(look(book(laughs, HEADER + ROW.formatted(2, "&b;"))))
                .isEqualTo(new UnreadableFile(Reason.SUSPICIOUS_FILE));
        assertThat(look(book(HEADER + ROW.formatted(2, "&e;")))).isEqualTo(new UnreadableFile(Reason.DAMAGED_FILE));
        assertThat(look(bomb(" "))).isEqualTo(new UnreadableFile(Reason.SUSPICIOUS_FILE));
        assertThat(look(bomb("<row/>"))).isEqualTo(new UnreadableFile(Reason.SUSPICIOUS_FILE));
        assertThat(look(book("<row r='" + "1".repeat(70_000) + "'/>")))
                .isEqualTo(new UnreadableFile(Reason.SUSPICIOUS_FILE));
        assertThat(look(withEntries(3000))).isEqualTo(new UnreadableFile(Reason.SUSPICIOUS_FILE));
    }

    @Test
    void whatIsNoWorkbookIsRefusedAsAWhole() throws IOException {
        var whole = Files.readAllBytes(book(HEADER + ROW.formatted(2, "a")));
        var cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        var zip = zip(Map.of("readme.txt", "hello"));
        var old =
                Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

        assertThat(look(cut)).isEqualTo(new UnreadableFile(Reason.DAMAGED_FILE));
        assertThat(look(zip)).isEqualTo(new UnreadableFile(Reason.NOT_A_TABLE));
        assertThat(look(old)).isEqualTo(new UnreadableFile(Reason.OLD_OR_LOCKED_WORKBOOK));
        assertThat(look(book(HEADER))).isEqualTo(new UnreadableFile(Reason.NO_ROWS));
    }

    @Test
    void noBytesMakeItStumble() throws IOException {
        var random = new Random(7);
        var sheet = HEADER + ROW.formatted(2, "a") + ROW.formatted(3, "b");
        var whole = Files.readAllBytes(book(sheet));
        for (int round = 0; round < 300; round++) {
            Path file;
            if (round % 2 == 0) {
                var bytes = whole.clone();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                file = Files.write(folder.resolve("noise.xlsx"), bytes);
            } else {
                var noisy = new StringBuilder(sheet);
                for (int i = 0; i < 3; i++) {
                    noisy.setCharAt(random.nextInt(noisy.length()), "<>'/ 9r\u0001\uFFFF".charAt(random.nextInt(9)));
                }
                file = book(noisy.toString());
            }
            if (look(file) instanceof Sheet found && found.missing().isEmpty()) {
                Tables.read(file, Tables.expecting("en-US", "USD"));
            }
        }
    }

    private static Look look(Path file) throws IOException {
        return new ImportReader(Tables.expecting("en-US", "USD")).look(file);
    }

    private Path book(String rows) throws IOException {
        return book("", rows);
    }

    private Path book(String beforeRoot, String rows) throws IOException {
        return zip(parts("<?xml version='1.0' encoding='UTF-8'?>" + beforeRoot + "<worksheet><sheetData>" + rows
                + "</sheetData></worksheet>"));
    }

    private static Map<String, String> parts(String sheet) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/one.xml'/></Relationships>");
        parts.put("xl/worksheets/one.xml", sheet);
        return parts;
    }

    /** A workbook of a megabyte or so that unpacks to 300. */
    private Path bomb(String piece) throws IOException {
        var file = Files.createTempFile(folder, "bomb", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts("").entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                if (part.getValue().isEmpty()) {
                    zip.write(("<worksheet><sheetData>" + HEADER).getBytes(UTF_8));
                    var megabyte = piece.repeat((1 << 20) / piece.length()).getBytes(UTF_8);
                    for (int i = 0; i < 300; i++) {
                        zip.write(megabyte);
                    }
                    zip.write("</sheetData></worksheet>".getBytes(UTF_8));
                }
            }
        }
        return file;
    }

    private Path withEntries(int count) throws IOException {
        var parts = parts("<worksheet/>");
        for (int i = 0; i < count; i++) {
            parts.put("more/" + i, "");
        }
        return zip(parts);
    }

    private Path zip(Map<String, String> parts) throws IOException {
        var file = Files.createTempFile(folder, "book", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return file;
    }
}
