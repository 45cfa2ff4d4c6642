package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.kernel.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public sample of 2,466 settled invoices, and the same as it stood on a past day; skipped where it is not at hand. */
class SampleFilesTest {

    private static final Map<String, ImportField> MAPPING = Map.of(
            "customerID", ImportField.CUSTOMER_NUMBER,
            "invoiceNumber", ImportField.INVOICE_NUMBER,
            "InvoiceDate", ImportField.ISSUED_ON,
            "DueDate", ImportField.DUE_ON,
            "InvoiceAmount", ImportField.AMOUNT,
            "SettledDate", ImportField.PAID_ON);

    private final Path folder;

    SampleFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsEveryRowOfTheSampleAndLeavesOutWhatIsNotAsked() throws IOException {
        var read = Tables.read(sample(), Tables.expecting("de-DE", "USD"));

        assertThat(read.mapping()).isEqualTo(MAPPING);
        assertThat(read.errors()).isEmpty();
        assertThat(read.invoices()).hasSize(2466);
        assertThat(read.taken().stream().map(row -> row.customer().number()).distinct())
                .hasSize(100);
        assertThat(sum(read.invoices())).isEqualTo(Money.of(14_770_318, "USD"));
        assertThat(read.sheet().dateOrders().values())
                .extracting(Sheet.Decision::value)
                .containsOnly(WrittenDate.Order.MONTH_FIRST);
        var first = read.taken().getFirst();
        assertThat(first.row()).isEqualTo(2);
        assertThat(first.customer().name()).isEqualTo("0379-NEVHP");
        assertThat(first.invoice())
                .isEqualTo(new ReadRow.InvoiceCells(
                        "611365",
                        LocalDate.of(2013, 1, 2),
                        LocalDate.of(2013, 2, 1),
                        Money.of(5594, "USD"),
                        LocalDate.of(2013, 1, 15),
                        null,
                        null));
    }

    @Test
    void readsTheSampleAsItStoodWithItsOpenInvoicesUnpaid() throws Exception {
        var script = sample().resolveSibling("open_variant.py");
        var printed = folder.resolve("open.csv");
        assumeTrue(canRun("python3"), "python3 is not at hand");
        var python = new ProcessBuilder("python3", script.toString(), Tables.TODAY.toString())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        assertThat(python.start().waitFor()).isZero();

        var read = Tables.read(printed, Tables.expecting("en-US", "EUR"));

        assertThat(read.mapping()).isEqualTo(MAPPING);
        assertThat(read.errors()).isEmpty();
        assertThat(read.invoices()).hasSize(1930);
        assertThat(sum(read.invoices())).isEqualTo(Money.of(11_544_459, "EUR"));
        assertThat(read.invoices().stream().filter(invoice -> invoice.paidOn() == null))
                .hasSize(84);
    }

    @Test
    void readsItTheSameInOtherEncodingsAndWithOtherSeparators() throws IOException {
        var text = Files.readString(sample());
        for (char delimiter : new char[] {';', '\t', '|'}) {
            var file = Tables.file(folder, text.replace(',', delimiter), StandardCharsets.UTF_16);
            var read = Tables.read(file, Tables.expecting("en-GB", "USD"));
            assertThat(read.mapping()).isEqualTo(MAPPING);
            assertThat(sum(read.invoices())).isEqualTo(Money.of(14_770_318, "USD"));
        }
    }

    private static boolean canRun(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path sample() {
        var data = Tables.sharedData();
        assumeTrue(data.isPresent(), "no folder shared/data above this checkout: the sample is not read");
        return data.orElseThrow().resolve("ibm-accounts-receivable.csv");
    }

    private static Money sum(List<ReadRow.InvoiceCells> invoices) {
        return invoices.stream()
                .map(ReadRow.InvoiceCells::total)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
