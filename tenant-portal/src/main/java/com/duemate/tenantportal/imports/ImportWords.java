package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportDetails.Counts;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.kernel.Money;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

/** How an import is told to people. */
final class ImportWords {

    private ImportWords() {}

    static StatusBadge badge(Reader reader, ImportState state) {
        var tone =
                switch (state) {
                    case STAGING, COMMITTING -> Tone.SOON;
                    case READY -> Tone.PARTLY;
                    case COMMITTED -> Tone.GOOD;
                    case FAILED -> Tone.LATE;
                    case UNDONE -> Tone.ENDED;
                };
        return new StatusBadge(tone, reader.text("portalimports.state." + state));
    }

    static StatusBadge badge(Reader reader, RowVerdict verdict) {
        var tone =
                switch (verdict) {
                    case NEW -> Tone.GOOD;
                    case CHANGED -> Tone.PARTLY;
                    case UNCHANGED -> Tone.QUIET;
                    case REFUSED -> Tone.LATE;
                };
        return new StatusBadge(tone, reader.text("portalimports.verdict." + verdict));
    }

    /** "2,400 new, 12 changed, 3 refused": what there is of it. */
    static String sum(Reader reader, ImportDetails details) {
        var counts = details.counts();
        boolean isOfCustomers = details.kind() == ImportKind.CUSTOMERS;
        return reader.text(
                "portalimports.sum",
                Map.of(
                        "created", isOfCustomers ? counts.customersCreated() : counts.created(),
                        "updated", isOfCustomers ? counts.customersUpdated() : counts.updated(),
                        "rejected", counts.rejected()));
    }

    /** How many rows have this verdict; in files of customers, where only some are counted, -1 for those that are not. */
    static long count(ImportDetails details, RowVerdict verdict) {
        Counts counts = details.counts();
        boolean isOfCustomers = details.kind() == ImportKind.CUSTOMERS;
        return switch (verdict) {
            case NEW -> isOfCustomers ? counts.customersCreated() : counts.created();
            case CHANGED -> isOfCustomers ? counts.customersUpdated() : counts.updated();
            case UNCHANGED ->
                isOfCustomers
                        ? counts.rows() - counts.rejected() - counts.customersCreated() - counts.customersUpdated()
                        : counts.unchanged();
            case REFUSED -> counts.rejected();
        };
    }

    static String field(Reader reader, ImportField field) {
        return reader.text(field.key());
    }

    /** A date or an amount in the reader's own way; anything else as it stands. */
    static String value(Reader reader, ImportField field, String written) {
        try {
            return switch (field.kind()) {
                case DATE -> reader.formats().date(LocalDate.parse(written));
                case AMOUNT -> amount(reader, written);
                case TEXT, DAYS, CURRENCY, EMAIL, PHONE, LANGUAGE, ZONE -> written;
            };
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException _) {
            return written;
        }
    }

    private static String amount(Reader reader, String written) {
        int space = written.indexOf(' ');
        return space < 0
                ? written
                : reader.money(Money.ofDecimal(
                        new BigDecimal(written.substring(0, space)),
                        Currency.getInstance(written.substring(space + 1))));
    }
}
