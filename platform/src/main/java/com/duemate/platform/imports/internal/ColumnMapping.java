package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportColumn;
import com.duemate.platform.imports.ImportColumn.MappedBy;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which column is which field: as a person said, else by its name, else by what is in it. */
final class ColumnMapping {

    private static final int CERTAIN = 100;
    private static final int BY_NAME = 95;
    private static final int BY_WEAK_NAME = 60;

    /** The name is clear and the contents are something else: taken only when nothing better is there. */
    private static final int BY_NAME_AGAINST_CONTENTS = 45;

    private static final int BY_CONTENTS = 40;

    private static final Set<ImportField> SIGNS_OF_INVOICES =
            EnumSet.of(ImportField.INVOICE_NUMBER, ImportField.ISSUED_ON, ImportField.DUE_ON, ImportField.AMOUNT);

    private static final Set<ImportField> HINTS_AT_INVOICES = EnumSet.of(
            ImportField.INVOICE_NUMBER,
            ImportField.ISSUED_ON,
            ImportField.DUE_ON,
            ImportField.AMOUNT,
            ImportField.PAID_ON,
            ImportField.PAID_AMOUNT);

    private final Expectations expected;
    private final List<Head> heads = new ArrayList<>();
    private final Map<ImportField, Claim> byField = new EnumMap<>(ImportField.class);
    private boolean ofInvoices;

    private record Head(
            int index,
            String text,
            HeaderNames.Parsed parsed,
            ColumnContents contents,
            @Nullable ImportField given) {}

    private record Claim(ImportField field, Head head, int confidence, int rank, MappedBy by) {}

    /**
     * @param currency the one that the header of the amounts names
     */
    record Result(
            ImportKind kind,
            List<ImportColumn> columns,
            @Nullable Currency currency) {}

    private ColumnMapping(Expectations expected) {
        this.expected = expected;
    }

    static Result of(RawRow header, List<RawRow> sample, Expectations expected) {
        var mapping = new ColumnMapping(expected);
        mapping.readHeads(header, sample);
        mapping.claim();
        mapping.claimByContents();
        return mapping.result();
    }

    private void readHeads(RawRow header, List<RawRow> sample) {
        int width = header.cells().size();
        for (int i = 0; i < width; i++) {
            var contents = new ColumnContents(expected.latestYear());
            for (var row : sample) {
                contents.add(row.cell(i));
            }
            var text = PlainText.excerpt(header.cell(i).shown());
            heads.add(new Head(i, text, HeaderNames.parse(text, expected.currency()), contents, given(header.cell(i))));
        }
    }

    private @Nullable ImportField given(Cell header) {
        var text = header.shown().strip();
        for (var entry : expected.mapping().entrySet()) {
            if (entry.getKey().strip().equalsIgnoreCase(text)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private void claim() {
        ofInvoices = isOfInvoices();
        var claims = new ArrayList<Claim>();
        for (var head : heads) {
            if (head.given != null) {
                if (head.given != ImportField.IGNORED) {
                    claims.add(new Claim(head.given, head, CERTAIN, 0, MappedBy.GIVEN));
                }
                continue;
            }
            for (var meaning : head.parsed.meanings()) {
                var claim = claim(head, meaning);
                if (claim != null) {
                    claims.add(claim);
                }
            }
        }
        claims.sort(Comparator.comparingInt(Claim::confidence)
                .reversed()
                .thenComparingInt(Claim::rank)
                .thenComparingInt(claim -> claim.head.index));
        claims.forEach(this::grant);
    }

    private @Nullable Claim claim(Head head, HeaderNames.Meaning meaning) {
        var field = meaning.field();
        if (!ofInvoices && !field.isOfCustomer()) {
            return null;
        }
        boolean bareNumberOfInvoices = ofInvoices && meaning.weak() && field == ImportField.CUSTOMER_NUMBER;
        boolean fits = head.contents.allow(field.kind());
        if (bareNumberOfInvoices || (meaning.weak() && !fits)) {
            return null;
        }
        if (meaning.weak()) {
            return new Claim(field, head, BY_WEAK_NAME, meaning.rank(), MappedBy.NAME_AND_CONTENTS);
        }
        return new Claim(field, head, fits ? BY_NAME : BY_NAME_AGAINST_CONTENTS, meaning.rank(), MappedBy.NAME);
    }

    private void grant(Claim claim) {
        boolean taken = byField.values().stream().anyMatch(other -> other.head == claim.head);
        if (!taken) {
            byField.putIfAbsent(claim.field, claim);
        }
    }

    /** Columns that nothing was claimed for, when there is just one of their kind. */
    private void claimByContents() {
        var fields = new ArrayList<>(List.of(ImportField.CUSTOMER_EMAIL));
        if (ofInvoices) {
            fields.addAll(List.of(ImportField.CURRENCY, ImportField.ISSUED_ON, ImportField.AMOUNT));
        }
        for (var field : fields) {
            var fitting = heads.stream()
                    .filter(head -> head.given == null && head.parsed.meanings().isEmpty() && head.parsed.byContents())
                    .filter(head -> head.contents.prove(field.kind()))
                    .toList();
            if (fitting.size() == 1) {
                grant(new Claim(field, fitting.getFirst(), BY_CONTENTS, 0, MappedBy.CONTENTS));
            }
        }
    }

    /** Whether a header speaks of invoices, or two speak of something that may be one. */
    private boolean isOfInvoices() {
        int hints = 0;
        for (var head : heads) {
            for (var field : SIGNS_OF_INVOICES) {
                if (head.given == field || (head.given == null && head.parsed.names(field, false))) {
                    return true;
                }
            }
            boolean hint = HINTS_AT_INVOICES.stream().anyMatch(field -> head.parsed.names(field, true));
            hints += hint && head.given == null && !head.parsed.isBareNumber() ? 1 : 0;
        }
        return hints > 1;
    }

    private Result result() {
        var columns = new ArrayList<ImportColumn>();
        Currency currency = null;
        for (var head : heads) {
            var claim = byField.values().stream()
                    .filter(candidate -> candidate.head == head)
                    .findFirst()
                    .orElse(null);
            var samples = head.contents.samples();
            columns.add(
                    claim == null
                            ? new ImportColumn(head.index, head.text, null, 0, MappedBy.NOTHING, samples)
                            : new ImportColumn(
                                    head.index, head.text, claim.field, claim.confidence, claim.by, samples));
            if (claim != null && claim.field == ImportField.AMOUNT) {
                currency = head.parsed.currency();
            }
        }
        boolean invoices = byField.containsKey(ImportField.INVOICE_NUMBER) || byField.containsKey(ImportField.AMOUNT);
        return new Result(invoices ? ImportKind.INVOICES : ImportKind.CUSTOMERS, List.copyOf(columns), currency);
    }
}
