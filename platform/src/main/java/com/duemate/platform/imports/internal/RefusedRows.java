package com.duemate.platform.imports.internal;

import com.duemate.platform.files.Files;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportRow;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.themes.text.Texts;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes refused rows as they stand in the file, with the reasons in two more columns. */
@Component
class RefusedRows {

    private static final Texts TEXTS = Texts.lenient(RefusedRows.class.getClassLoader());
    private static final int PAGE = 1_000;

    private final Jobs jobs;
    private final StagedRows rows;
    private final Files files;
    private final TransactionTemplate transaction;

    RefusedRows(Jobs jobs, StagedRows rows, Files files, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.rows = rows;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    void write(ImportId id, Locale language, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var csv = CsvWriter.builder().build(writer);
        var sheet = sheet(id);
        if (sheet.isPresent()) {
            write(id, language, sheet.get(), csv);
        }
        csv.flush();
    }

    private Optional<Sheet> sheet(ImportId id) throws IOException {
        var job = Objects.requireNonNull(transaction.execute(_ -> jobs.look(id.value())));
        if (job.isEmpty()) {
            return Optional.empty();
        }
        var path = Objects.requireNonNull(
                transaction.execute(_ -> files.open(ImportWork.ROOM, job.get().sha256())));
        return path.isPresent() && new ImportReader(job.get().expectations()).look(path.get()) instanceof Sheet sheet
                ? Optional.of(sheet)
                : Optional.empty();
    }

    private void write(ImportId id, Locale language, Sheet sheet, CsvWriter csv) throws IOException {
        var pages = new Pages(id.value());
        try (var cells = sheet.table().open(sheet.columns().size(), Table.Columns.ALL)) {
            var row = cells.next();
            while (row != null && row.number() < sheet.headerRow()) {
                row = cells.next();
            }
            csv.writeRecord(line(
                    sheet,
                    row,
                    TEXTS.text(language, "imports.refusedRows.row"),
                    TEXTS.text(language, "imports.refusedRows.reason")));
            for (var refused = pages.next(); refused != null; refused = pages.next()) {
                while (row != null && row.number() < refused.row()) {
                    row = cells.next();
                }
                csv.writeRecord(line(sheet, row, Long.toString(refused.row()), reasons(refused, language)));
            }
        }
    }

    private static List<String> line(Sheet sheet, @Nullable RawRow row, String number, String reasons) {
        var line = new ArrayList<String>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            line.add(row == null ? "" : inert(row.cell(i).shown()));
        }
        line.add(number);
        line.add(reasons);
        return line;
    }

    /** Nothing a spreadsheet would compute; numbers stay numbers. */
    private static String inert(String text) {
        boolean computed = PlainText.isFormula(text.stripLeading())
                || !text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r');
        return computed ? "'" + text : text;
    }

    private static String reasons(ImportRow refused, Locale language) {
        return refused.errors().stream()
                .map(error -> {
                    var reason = TEXTS.text(language, error.reason(), error.arguments());
                    return error.field() == null
                            ? reason
                            : TEXTS.text(language, error.field().key()) + ": " + reason;
                })
                .collect(Collectors.joining(" "));
    }

    /** Refused rows from top to bottom, fetched by pages. */
    private final class Pages {

        private final UUID importId;
        private final Deque<ImportRow> waiting = new ArrayDeque<>();
        private long after;

        Pages(UUID importId) {
            this.importId = importId;
        }

        @Nullable
        ImportRow next() {
            if (waiting.isEmpty()) {
                waiting.addAll(Objects.requireNonNull(
                        transaction.execute(_ -> rows.list(importId, RowVerdict.REFUSED, after, PAGE))));
            }
            var row = waiting.poll();
            after = row == null ? after : row.row();
            return row;
        }
    }
}
