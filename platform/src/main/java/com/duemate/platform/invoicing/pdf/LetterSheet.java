package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.kernel.Money;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on one letter that asks for open invoices. Texts are plain, never markup; amounts are printed as given,
 * nothing is computed. What breaks a limit is refused with {@link IllegalArgumentException}.
 *
 * @param locale the customer's language, and country for the order of digits and dates
 * @param link the payer's page (http or https), printed in words and as a code; null for none
 */
public record LetterSheet(
        InvoiceSheet.Brand brand,
        Locale locale,
        Envelope envelope,
        Heading heading,
        Text text,
        Demand demand,
        @Nullable URI link) {

    public static final int MAX_ITEMS = 100;
    /** Characters of one of the two texts. */
    public static final int MAX_TEXT = 5_000;

    public LetterSheet {
        // Its limits are those of an invoice's link.
        new InvoiceSheet.Payment(link, true, List.of());
    }

    /** The same with another logo and link, or none. */
    public LetterSheet with(InvoiceSheet.@Nullable Logo logo, @Nullable URI link) {
        var other = new InvoiceSheet.Brand(brand.name(), brand.accent(), logo, brand.address(), brand.footer());
        return new LetterSheet(other, locale, envelope, heading, text, demand, link);
    }

    /**
     * What shows through the window.
     *
     * @param sender one line to send it back to
     * @param recipient name and address: one row each
     */
    public record Envelope(String sender, List<String> recipient) {

        public static final int MAX_ROWS = 8;

        public Envelope {
            recipient = List.copyOf(recipient);
            require(recipient.size() <= MAX_ROWS, "an address of more than " + MAX_ROWS + " rows");
            recipient.forEach(row -> require(row.length() <= InvoiceSheet.MAX_TEXT, "a row that is too long"));
            require(sender.length() <= InvoiceSheet.MAX_TEXT, "a sender that is too long");
        }
    }

    /**
     * @param customer the customer's number; null for none worth printing
     * @param sender who writes
     * @param replyTo the e-mail address that gets answers; null for none
     */
    public record Heading(
            LocalDate date,
            @Nullable String customer,
            String sender,
            @Nullable String replyTo,
            String subject) {}

    /** Paragraphs are separated by empty lines. @param before the list of invoices; @param after it */
    public record Text(String before, String after) {

        public Text {
            require(before.length() <= MAX_TEXT && after.length() <= MAX_TEXT, "more than " + MAX_TEXT + " characters");
        }
    }

    /** @param totals of the items, one a currency */
    public record Demand(List<Item> items, List<Money> totals) {

        public Demand {
            items = List.copyOf(items);
            totals = List.copyOf(totals);
            require(!items.isEmpty() && items.size() <= MAX_ITEMS, "no invoice, or more than " + MAX_ITEMS);
            require(!totals.isEmpty(), "no total");
        }
    }

    /** @param open what is still to be paid */
    public record Item(String number, LocalDate issuedOn, LocalDate dueOn, Money open) {}

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
