package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the file, but for the numbers already seen in it. */
class LargeFilesTest {

    private static final int ROWS = 1_000_000;
    private static final long MOST_HELD = 64L << 20;

    private final Path folder;

    LargeFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @Timeout(180)
    void aMillionRowsOfTextAreReadInFlatMemory() throws IOException {
        var file = folder.resolve("million.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Customer no,Customer,E-mail,Invoice no,Invoice date,Due date,Amount,Paid on,Remark\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("C-" + i % 5000 + ",\"Müller & Söhne " + i % 5000 + "\",c" + i % 5000 + "@example.com,INV-"
                        + i + ",1/13/2026,2/12/2026," + i % 900 + ".50,,nothing\n");
            }
        }
        readAll(file, 15);
    }

    @Test
    @Timeout(180)
    void aLongWorkbookOfTextsIsReadInFlatMemory() throws IOException {
        int rows = 200_000;
        var file = folder.resolve("long.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("Invoices");
            var headers = new String[] {"Customer", "Invoice no", "Issued on", "Amount"};
            for (int i = 0; i < headers.length; i++) {
                sheet.value(0, i, headers[i]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, "Customer number " + row % 5000);
                sheet.value(row, 1, "INV-" + row);
                sheet.value(row, 2, LocalDate.of(2026, 1, 13));
                sheet.value(row, 3, row % 900 + 0.5);
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        readAll(file, 30);
    }

    private static void readAll(Path file, int seconds) throws IOException {
        var expected = Tables.expecting("en-US", "USD");
        long before = live();
        long held = 0;
        long start = ownTime();
        var sum = Money.of(0, "USD");
        var reader = new ImportReader(expected);
        var sheet = (Sheet) reader.look(file);
        long looked = ownTime();
        long count = 0;
        try (var rows = reader.open(sheet)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                var invoice = ((ReadRow.Taken) row).invoice();
                sum = sum.plus(Objects.requireNonNull(invoice).total());
                if (++count % 250_000 == 0) {
                    held = Math.max(held, live() - before);
                }
            }
            held = Math.max(held, live() - before);
        }
        double took = (ownTime() - start) / 1e9;
        System.out.printf(
                "%s: %,d rows, %,d MB, looked in %.1f s, all in %.1f s (%,.0f rows/s), held %,d kB%n",
                file.getFileName(),
                count,
                Files.size(file) >> 20,
                (looked - start) / 1e9,
                took,
                count / took,
                held >> 10);
        assertThat(count).isEqualTo(sheet.rows());
        assertThat(sum.isPositive()).isTrue();
        assertThat(held).isLessThan(MOST_HELD);
        assertThat(took).isLessThan(seconds);
    }

    /** Time this thread has had on a processor, in nanoseconds: what others do at the same time does not count. */
    private static long ownTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
