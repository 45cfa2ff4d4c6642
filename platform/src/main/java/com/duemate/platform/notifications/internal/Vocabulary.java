package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.MessageKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words a template of one kind may use.
 *
 * @param terms by name
 * @param lists for {@code #each}: the terms of an item, by the list's name
 * @param link the address the message exists for
 */
record Vocabulary(Map<String, Term> terms, Map<String, Map<String, Term>> lists, String link) {

    enum Sort {
        TEXT,
        URL,
        /** For {@code #if} alone. */
        FLAG,
        /** A finished piece of the message, such as the list of invoices. */
        BLOCK
    }

    record Term(String name, Sort sort, boolean optional) {}

    static final String SENDER = "senderName";
    static final String BUTTON = "button";
    static final String INVOICE_LIST = "invoiceList";
    static final String WAY_OUT = "unsubscribeUrl";

    private static final Map<String, Term> EVERYWHERE =
            named(text(SENDER), optional(text("recipientName")), block(BUTTON));

    private static final Vocabulary OPEN_INVOICES = new Vocabulary(
            with(url("payUrl"), url(WAY_OUT), flag("several"), block(INVOICE_LIST)),
            Map.of(
                    "invoices",
                    named(
                            text("number"),
                            text("dueOn"),
                            text("amount"),
                            optional(text("lateBy")),
                            optional(url("pdfUrl"))),
                    "totals",
                    named(text("amount"))),
            "payUrl");

    /** Of reminders on paper; there is no link, for the one printed below them is no word of theirs. */
    static final Vocabulary LETTER = new Vocabulary(
            named(text(SENDER), text("recipientName"), optional(text("replyTo")), flag("several"), block(INVOICE_LIST)),
            Map.of(
                    "invoices",
                    named(text("number"), text("dueOn"), text("amount"), optional(text("lateBy"))),
                    "totals",
                    named(text("amount"))),
            "");

    private static final Vocabulary RECEIPT = new Vocabulary(
            with(text("amount"), text("paidOn"), url("receiptUrl"), url(WAY_OUT), block(INVOICE_LIST)),
            Map.of("invoices", named(text("number"), text("amount"), optional(text("stillOpen")))),
            "receiptUrl");

    private static final Vocabulary MAGIC_LINK =
            new Vocabulary(with(url("signInUrl"), text("validFor")), Map.of(), "signInUrl");

    private static final Vocabulary INVITATION =
            new Vocabulary(with(text("inviterName"), url("acceptUrl"), text("validFor")), Map.of(), "acceptUrl");

    private static final Vocabulary SENDING_ALARM =
            new Vocabulary(with(text("found"), url("lookUrl")), Map.of(), "lookUrl");

    private static final Vocabulary SENDING_DIGEST = new Vocabulary(
            with(text("day"), text("messages"), text("usual"), text("largest"), url("lookUrl")), Map.of(), "lookUrl");

    static Vocabulary of(MessageKind kind) {
        return switch (kind) {
            case REMINDER, PAYMENT_LINK -> OPEN_INVOICES;
            case RECEIPT -> RECEIPT;
            case MAGIC_LINK -> MAGIC_LINK;
            case INVITATION -> INVITATION;
            case SENDING_ALARM -> SENDING_ALARM;
            case SENDING_DIGEST -> SENDING_DIGEST;
        };
    }

    boolean has(String name) {
        return terms.containsKey(name);
    }

    List<String> names() {
        return Stream.concat(
                        terms.keySet().stream(),
                        lists.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .flatMap(list ->
                                        list.getValue().keySet().stream().map(item -> list.getKey() + "." + item)))
                .toList();
    }

    private static Map<String, Term> with(Term... own) {
        var terms = new LinkedHashMap<>(EVERYWHERE);
        terms.putAll(named(own));
        return terms;
    }

    private static Map<String, Term> named(Term... terms) {
        var named = new LinkedHashMap<String, Term>();
        Arrays.stream(terms).forEach(term -> named.put(term.name(), term));
        return named;
    }

    private static Term text(String name) {
        return new Term(name, Sort.TEXT, false);
    }

    private static Term url(String name) {
        return new Term(name, Sort.URL, false);
    }

    private static Term flag(String name) {
        return new Term(name, Sort.FLAG, false);
    }

    private static Term block(String name) {
        return new Term(name, Sort.BLOCK, false);
    }

    private static Term optional(Term term) {
        return new Term(term.name(), term.sort(), true);
    }
}
