package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.kernel.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on one invoice. Texts are plain, never markup; amounts are printed as given, nothing is computed.
 * All amounts are in the currency of the total. What breaks a limit is refused with {@link IllegalArgumentException}.
 *
 * @param locale the customer's language, and country for the order of digits and dates
 */
public record InvoiceSheet(
        Brand brand, Locale locale, Heading heading, Party billTo, List<Line> lines, Sums sums, Payment payment) {

    public static final int MAX_LINES = 500;
    /** Characters of any single text. */
    public static final int MAX_TEXT = 2_000;
    /** Rows of an address, a footer, a note or a list of taxes. */
    public static final int MAX_ROWS = 20;

    public InvoiceSheet {
        lines = List.copyOf(lines);
        require(lines.size() <= MAX_LINES, "more than " + MAX_LINES + " lines");
        var currency = sums.total().currency();
        require(
                lines.stream()
                        .flatMap(line -> Stream.of(line.unitPrice(), line.amount()))
                        .allMatch(money -> money.currency().equals(currency)),
                "a line in another currency than the total");
    }

    /** The same with another logo, or none. */
    public InvoiceSheet withLogo(@Nullable Logo logo) {
        var other = new Brand(brand.name, brand.accent, logo, brand.address, brand.footer);
        return new InvoiceSheet(other, locale, heading, billTo, lines, sums, payment);
    }

    /**
     * Whose paper it is.
     *
     * @param accent the brand's colour as {@code #rrggbb}
     * @param logo a picture, or null (then the name is set in type)
     * @param address printed beside the logo; the name is set above it
     * @param footer legal lines at the foot of every page
     */
    public record Brand(
            String name, String accent, @Nullable Logo logo, List<String> address, List<String> footer) {

        public static final int MAX_FOOTER_ROWS = 6;
        public static final int MAX_FOOTER_TEXT = 240;

        private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

        public Brand {
            text(name);
            require(HEX.matcher(accent).matches(), "the accent is no colour of the form #rrggbb");
            address = rows(address);
            footer = rows(footer);
            require(
                    footer.size() <= MAX_FOOTER_ROWS
                            && footer.stream().allMatch(row -> row.length() <= MAX_FOOTER_TEXT),
                    "a footer of more than " + MAX_FOOTER_ROWS + " rows of " + MAX_FOOTER_TEXT + " characters");
        }
    }

    /** A PNG or JPEG. One that cannot be read, or takes more than 4 MiB, is replaced by the brand's name. */
    public record Logo(byte[] bytes) {

        public Logo {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        int size() {
            return bytes.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Logo logo && Arrays.equals(bytes, logo.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Logo[" + bytes.length + " bytes, " + hashCode() + "]";
        }
    }

    /** @param reference the customer's own reference (purchase order), or null */
    public record Heading(
            Stage stage,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable String reference) {

        public Heading {
            text(number);
            if (reference != null) {
                text(reference);
            }
        }
    }

    /** A draft and a voided invoice say so on their face and cannot be paid. */
    public enum Stage {
        DRAFT,
        ISSUED,
        VOID
    }

    /** @param address street, city, country, tax number: one row each */
    public record Party(String name, List<String> address) {

        public Party {
            text(name);
            address = rows(address);
        }
    }

    /** @param description its first row is set as the name, the others below it as details */
    public record Line(String description, BigDecimal quantity, Money unitPrice, Money amount) {

        public static final BigDecimal MAX_QUANTITY = new BigDecimal("9999999999999999");
        public static final int MAX_DECIMALS = 6;

        public Line {
            text(description);
            require(
                    quantity.abs().compareTo(MAX_QUANTITY) <= 0
                            && quantity.scale() <= MAX_DECIMALS
                            && quantity.scale() >= -MAX_QUANTITY.precision(),
                    "a quantity beyond " + MAX_QUANTITY + " or of more than " + MAX_DECIMALS + " decimals");
        }
    }

    /** @param label as the law of the tenant's country wants it: "VAT 19 % on €4,050.42" */
    public record Tax(String label, Money amount) {

        public Tax {
            text(label);
        }
    }

    /**
     * @param net printed when there are taxes
     * @param paid printed when it is not zero
     * @param open what is still to be paid
     */
    public record Sums(Money net, List<Tax> taxes, Money total, Money paid, Money open) {

        public Sums {
            require(taxes.size() <= MAX_ROWS, "more than " + MAX_ROWS + " taxes");
            taxes = List.copyOf(taxes);
            var currency = total.currency();
            require(
                    Stream.concat(Stream.of(net, paid, open), taxes.stream().map(Tax::amount))
                            .allMatch(money -> money.currency().equals(currency)),
                    "sums in several currencies");
        }
    }

    /**
     * @param link the payer's page (http or https), or null; printed while something is open
     * @param code whether the link is printed as a QR code too
     * @param notes terms, bank account, thanks: one row each
     */
    public record Payment(@Nullable URI link, boolean code, List<String> notes) {

        private static final int MAX_LINK = 500;

        public Payment {
            if (link != null) {
                require(
                        link.getHost() != null
                                && ("https".equalsIgnoreCase(link.getScheme())
                                        || "http".equalsIgnoreCase(link.getScheme()))
                                && link.toASCIIString().length() <= MAX_LINK,
                        "the payment link is no web address");
            }
            notes = rows(notes);
        }
    }

    private static List<String> rows(List<String> rows) {
        require(rows.size() <= MAX_ROWS, "more than " + MAX_ROWS + " rows");
        rows.forEach(InvoiceSheet::text);
        return List.copyOf(rows);
    }

    private static void text(String text) {
        require(text.length() <= MAX_TEXT, "a text of more than " + MAX_TEXT + " characters");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
