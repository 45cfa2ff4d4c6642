package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.internal.ReadRow.CustomerCells;
import com.duemate.platform.imports.internal.ReadRow.InvoiceCells;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns raw rows into what they say of customers and invoices, or into the reasons why not. One row at a time. */
final class RowParser {

    /** ITU-T E.164. */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{5,14}");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ ()./-]");

    private final Sheet sheet;
    private final Expectations expected;
    private final DateCells dates;
    private final AmountCells amounts;
    private final Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);

    private RawRow row;
    private List<RowError> errors = new ArrayList<>();

    RowParser(Sheet sheet, Expectations expected) {
        this.sheet = sheet;
        this.expected = expected;
        this.dates = new DateCells(sheet, expected);
        this.amounts = new AmountCells(sheet);
        this.row = RawRow.flawed(0, Reason.NO_ROWS);
        for (var column : sheet.columns()) {
            if (column.field() != null) {
                columns.put(column.field(), column.index());
            }
        }
    }

    ReadRow parse(RawRow next) {
        row = next;
        errors = new ArrayList<>(0);
        if (row.flaw() != null) {
            refuse(null, row.flaw(), "");
        } else if (hasCellsBeyondTheHeaders()) {
            refuse(null, Reason.TOO_MANY_CELLS, "");
        } else {
            var customer = customer();
            var invoice = sheet.kind() == ImportKind.INVOICES ? invoice() : null;
            if (errors.isEmpty() && customer != null) {
                return new ReadRow.Taken(row.number(), customer, invoice);
            }
        }
        return new ReadRow.Refused(row.number(), List.copyOf(errors));
    }

    private boolean hasCellsBeyondTheHeaders() {
        for (int i = sheet.columns().size(); i < row.cells().size(); i++) {
            if (!row.cell(i).shown().isBlank()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable CustomerCells customer() {
        var number = text(ImportField.CUSTOMER_NUMBER);
        var name = text(ImportField.CUSTOMER_NAME);
        if (number == null
                && name == null
                && !refused(ImportField.CUSTOMER_NUMBER)
                && !refused(ImportField.CUSTOMER_NAME)) {
            refuse(
                    sheet.has(ImportField.CUSTOMER_NUMBER) ? ImportField.CUSTOMER_NUMBER : ImportField.CUSTOMER_NAME,
                    Reason.MISSING,
                    "");
        }
        var email = email();
        var phone = phone();
        var language = language();
        var zone = zone();
        var shown = name == null ? number : name;
        return shown == null ? null : new CustomerCells(number, shown, email, phone, language, zone);
    }

    private @Nullable InvoiceCells invoice() {
        var number = required(ImportField.INVOICE_NUMBER, text(ImportField.INVOICE_NUMBER));
        var issuedOn = required(ImportField.ISSUED_ON, date(ImportField.ISSUED_ON));
        var dueOn = dueOn(issuedOn);
        var currency = currency();
        var total = total(currency);
        var paidOn = date(ImportField.PAID_ON);
        if (paidOn != null && paidOn.isAfter(expected.today())) {
            refuse(ImportField.PAID_ON, Reason.DATE_IN_FUTURE, shown(ImportField.PAID_ON));
        }
        var paid = paid(total == null ? currency : total.currency());
        var subject = text(ImportField.SUBJECT);
        return number == null || issuedOn == null || total == null
                ? null
                : new InvoiceCells(number, issuedOn, dueOn, total, paidOn, paid, subject);
    }

    private @Nullable LocalDate dueOn(@Nullable LocalDate issuedOn) {
        var dueOn = date(ImportField.DUE_ON);
        if (dueOn == null && !refused(ImportField.DUE_ON)) {
            var terms = text(ImportField.TERMS_DAYS);
            if (terms != null) {
                int days = Terms.days(terms);
                if (days < 0) {
                    refuse(ImportField.TERMS_DAYS, Reason.TERMS_UNREADABLE, terms);
                }
                return issuedOn == null || days < 0 ? null : issuedOn.plusDays(days);
            }
        }
        if (dueOn != null && issuedOn != null && dueOn.isBefore(issuedOn)) {
            refuse(ImportField.DUE_ON, Reason.DUE_BEFORE_ISSUE, shown(ImportField.DUE_ON));
        }
        return dueOn;
    }

    /** What the row's own currency column says; null when it is silent or wrong. */
    private @Nullable Currency currency() {
        var written = text(ImportField.CURRENCY);
        if (written == null) {
            return null;
        }
        var currency = Currencies.read(written, expected.currency());
        if (currency == null) {
            refuse(ImportField.CURRENCY, Reason.CURRENCY_UNKNOWN, written);
        }
        return currency;
    }

    private @Nullable Money total(@Nullable Currency ofRow) {
        var amount = amount(ImportField.AMOUNT, ofRow);
        if (amount == null) {
            if (!refused(ImportField.AMOUNT)) {
                refuse(ImportField.AMOUNT, Reason.MISSING, "");
            }
            return null;
        }
        if (amount.isZero()) {
            refuse(ImportField.AMOUNT, Reason.AMOUNT_ZERO, shown(ImportField.AMOUNT));
            return null;
        }
        return amount;
    }

    private @Nullable Money paid(@Nullable Currency ofInvoice) {
        var amount = amount(ImportField.PAID_AMOUNT, ofInvoice);
        return amount == null || amount.isZero() ? null : amount;
    }

    /** An amount of zero or more in the currency of its row, cell, header or tenant. */
    private @Nullable Money amount(ImportField field, @Nullable Currency ofRow) {
        var cell = cell(field);
        if (isBlank(cell)) {
            return null;
        }
        var fallback =
                ofRow != null ? ofRow : sheet.headerCurrency() != null ? sheet.headerCurrency() : expected.currency();
        var amount = amounts.read(field, cell, fallback, ofRow != null || refused(ImportField.CURRENCY));
        if (amount.flaw() != null) {
            refuse(field, amount.flaw(), cell.shown());
            return null;
        }
        return amount.money();
    }

    private @Nullable LocalDate date(ImportField field) {
        var cell = cell(field);
        if (isBlank(cell)) {
            return null;
        }
        var date = dates.read(field, cell);
        if (date.flaw() != null) {
            refuse(field, date.flaw(), cell.shown());
        }
        return date.value();
    }

    private @Nullable EmailAddress email() {
        var written = text(ImportField.CUSTOMER_EMAIL);
        if (written == null) {
            return null;
        }
        var email = EmailAddress.parse(written).orElse(null);
        if (email == null) {
            refuse(ImportField.CUSTOMER_EMAIL, Reason.EMAIL_UNREADABLE, written);
        }
        return email;
    }

    private @Nullable String phone() {
        var written = text(ImportField.CUSTOMER_PHONE);
        if (written == null) {
            return null;
        }
        var phone = BETWEEN_DIGITS.matcher(written).replaceAll("");
        phone = phone.startsWith("00") ? "+" + phone.substring(2) : phone;
        if (!PHONE.matcher(phone).matches()) {
            refuse(ImportField.CUSTOMER_PHONE, Reason.PHONE_UNREADABLE, written);
        }
        return phone;
    }

    private @Nullable Locale language() {
        var written = text(ImportField.CUSTOMER_LANGUAGE);
        var language = written == null ? null : Places.language(written);
        if (written != null && language == null) {
            refuse(ImportField.CUSTOMER_LANGUAGE, Reason.LANGUAGE_UNKNOWN, written);
        }
        return language;
    }

    private @Nullable ZoneId zone() {
        var written = text(ImportField.CUSTOMER_ZONE);
        var zone = written == null ? null : Places.zone(written);
        if (written != null && zone == null) {
            refuse(ImportField.CUSTOMER_ZONE, Reason.ZONE_UNKNOWN, written);
        }
        return zone;
    }

    /** @return null when the cell is blank, or wrong and now refused */
    private @Nullable String text(ImportField field) {
        var cell = cell(field);
        if (cell instanceof Cell.Flawed flawed) {
            refuse(field, flawed.reason(), flawed.shown());
            return null;
        }
        if (cell == Cell.BLANK) {
            return null;
        }
        var text = PlainText.of(cell.shown());
        var flaw = text.flaw();
        if (flaw == null && text.text().length() > field.maxLength()) {
            flaw = Reason.TOO_LONG;
        }
        if (flaw != null) {
            refuse(field, flaw, cell.shown());
            return null;
        }
        return text.text().isEmpty() ? null : text.text();
    }

    private <T> @Nullable T required(ImportField field, @Nullable T value) {
        if (value == null && !refused(field)) {
            refuse(field, Reason.MISSING, "");
        }
        return value;
    }

    private Cell cell(ImportField field) {
        var column = columns.get(field);
        return column == null ? Cell.BLANK : row.cell(column);
    }

    private String shown(ImportField field) {
        return cell(field).shown();
    }

    private static boolean isBlank(Cell cell) {
        return !(cell instanceof Cell.Flawed) && PlainText.isBlank(cell.shown());
    }

    private boolean refused(ImportField field) {
        return errors.stream().anyMatch(error -> error.field() == field);
    }

    private void refuse(@Nullable ImportField field, Reason reason, String raw) {
        errors.add(new RowError(row.number(), field, reason, PlainText.excerpt(raw)));
    }
}
