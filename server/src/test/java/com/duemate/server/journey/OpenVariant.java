package com.duemate.server.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;

/** The sample as it stood on a past day, moved so that this day is today: what was settled later is open again. */
final class OpenVariant {

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/yyyy");

    private OpenVariant() {}

    static String of(Path sample, LocalDate today, LocalDate day) throws IOException {
        var lines = Files.readAllLines(sample);
        var columns = List.of(lines.getFirst().split(","));
        long shift = ChronoUnit.DAYS.between(day, today);
        var out = new StringJoiner("\n", "", "\n");
        out.add("customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate");
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            var issued = date(cells, columns, "InvoiceDate");
            if (!issued.isAfter(day)) {
                var settled = date(cells, columns, "SettledDate");
                out.add(String.join(
                        ",",
                        cell(cells, columns, "customerID"),
                        cell(cells, columns, "invoiceNumber"),
                        US.format(issued.plusDays(shift)),
                        US.format(date(cells, columns, "DueDate").plusDays(shift)),
                        cell(cells, columns, "InvoiceAmount"),
                        settled.isAfter(day) ? "" : US.format(settled.plusDays(shift))));
            }
        }
        return out.toString();
    }

    private static LocalDate date(String[] cells, List<String> columns, String name) {
        return LocalDate.parse(cell(cells, columns, name), US);
    }

    private static String cell(String[] cells, List<String> columns, String name) {
        return cells[columns.indexOf(name)];
    }
}
