package com.duemate.bench;

import com.duemate.bench.Duel.Run;
import com.duemate.platform.invoicing.pdf.InvoicePaper;
import com.duemate.platform.invoicing.pdf.InvoiceSheet;
import com.duemate.platform.invoicing.pdf.OrdinaryPaper;
import com.duemate.platform.invoicing.pdf.PaperCheck;
import com.duemate.platform.invoicing.pdf.SampleSheets;
import com.duemate.themes.text.Formats;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invoices a CPU-second: ours beside OpenPDF laying out the same invoices with the same code, its fonts embedded as it does by
 * itself. Every invoice is another one; a run ends by the CPU time of its own thread.
 */
final class PdfDuel {

    private static final int DISTINCT = 200;
    private static final int LINES = 4;

    private final List<InvoiceSheet> sheets = IntStream.range(0, DISTINCT)
            .mapToObj(i -> i % 2 == 0 ? SampleSheets.english(i, LINES) : SampleSheets.german(i, LINES))
            .toList();

    private PdfDuel() {}

    static void run(boolean quick) throws Exception {
        var duel = new PdfDuel();
        var each = Duration.ofSeconds(quick ? 6 : 20);
        Duel.fight(
                "pdf",
                quick ? 4 : 8,
                () -> duel.printed(InvoicePaper::render, each, true),
                () -> duel.printed(OrdinaryPaper::render, each, false));
    }

    private Run printed(Function<InvoiceSheet, byte[]> press, Duration cpu, boolean archival) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long end = start + cpu.toNanos();
        int count = 0;
        long bytes = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            bytes += press.apply(sheets.get(count++ % DISTINCT)).length;
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "    %,d invoices in %.2f CPU-seconds, %,d bytes each%n", count, seconds, bytes / count);
        return new Run(count / seconds, faults(press, archival));
    }

    private List<String> faults(Function<InvoiceSheet, byte[]> press, boolean archival) throws IOException {
        var faults = new ArrayList<String>();
        for (int i = 0; i < DISTINCT; i += 29) {
            var sheet = sheets.get(i);
            var file = press.apply(sheet);
            if (archival && !Arrays.equals(file, press.apply(sheet))) {
                faults.add("invoice " + i + " is not the same twice");
            }
            var pages = PaperCheck.pages(file);
            if (pages.size() != 1) {
                faults.add("invoice " + i + " has " + pages.size() + " pages");
            }
            var text = String.join("\n", pages).replaceAll(" +", " ");
            expected(sheet).filter(word -> !text.contains(word)).forEach(word -> faults.add(word + " is missing"));
            if (archival) {
                faults.addAll(PaperCheck.faults(file));
            }
        }
        return faults;
    }

    private static Stream<String> expected(InvoiceSheet sheet) {
        var currency = sheet.sums().total().currency();
        var formats = new Formats(sheet.locale(), ZoneOffset.UTC, currency);
        var words = new ArrayList<String>();
        words.add(sheet.heading().number());
        words.add(sheet.billTo().name());
        words.add(formats.money(sheet.sums().total().minor(), currency));
        words.add(formats.money(sheet.sums().open().minor(), currency));
        for (var line : sheet.lines()) {
            words.addAll(line.description().lines().toList());
            words.add(formats.amount(line.amount().minor(), currency));
        }
        return words.stream().map(word -> word.replace('\u00A0', ' '));
    }
}
