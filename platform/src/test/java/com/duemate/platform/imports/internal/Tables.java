package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.imports.ImportColumn;
import com.duemate.platform.imports.ImportField;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files to read, and all of what comes out of them. */
final class Tables {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private Tables() {}

    static Expectations expecting(String locale, String currency) {
        return new Expectations(Locale.forLanguageTag(locale), Currency.getInstance(currency), TODAY, Map.of());
    }

    static Expectations expecting(Map<String, ImportField> mapping) {
        return new Expectations(Locale.US, Currency.getInstance("USD"), TODAY, mapping);
    }

    static Path file(Path folder, String text, Charset charset) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".csv"), text.getBytes(charset));
    }

    static AllRows read(Path file, Expectations expected) throws IOException {
        var reader = new ImportReader(expected);
        var look = reader.look(file);
        assertThat(look).isInstanceOf(Sheet.class);
        var sheet = (Sheet) look;
        try (var rows = reader.open(sheet)) {
            var all = new ArrayList<ReadRow>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            assertThat(sheet.rows()).isEqualTo(all.size());
            assertThat(rows.percent()).isEqualTo(100);
            return new AllRows(sheet, all);
        }
    }

    static AllRows read(Path folder, String text) throws IOException {
        return read(file(folder, text, StandardCharsets.UTF_8), expecting("en-US", "USD"));
    }

    /** The folder of shared samples beside this checkout, where there is one. */
    static Optional<Path> sharedData() {
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/data"))) {
                return Optional.of(folder.resolve("shared/data"));
            }
        }
        return Optional.empty();
    }

    record AllRows(Sheet sheet, List<ReadRow> rows) {

        List<ReadRow.Taken> taken() {
            return rows.stream()
                    .filter(ReadRow.Taken.class::isInstance)
                    .map(ReadRow.Taken.class::cast)
                    .toList();
        }

        List<ReadRow.InvoiceCells> invoices() {
            var invoices = new ArrayList<ReadRow.InvoiceCells>();
            for (var row : taken()) {
                if (row.invoice() != null) {
                    invoices.add(row.invoice());
                }
            }
            return invoices;
        }

        /** As "row FIELD REASON". */
        List<String> errors() {
            return rows.stream()
                    .filter(ReadRow.Refused.class::isInstance)
                    .flatMap(row -> ((ReadRow.Refused) row).errors().stream())
                    .map(error ->
                            error.row() + " " + (error.field() == null ? "row" : error.field()) + " " + error.reason())
                    .toList();
        }

        Map<String, ImportField> mapping() {
            return sheet.columns().stream()
                    .filter(column -> column.field() != null)
                    .collect(Collectors.toMap(ImportColumn::header, column -> Objects.requireNonNull(column.field())));
        }
    }
}
