package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.notifications.internal.Vocabulary.Sort;
import com.duemate.platform.notifications.internal.Vocabulary.Term;
import com.duemate.platform.notifications.rendering.TemplateFailed;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts made into what a template may see: only what its vocabulary names, each a text in the reader's language; sums and
 * phrases derived from the invoices added.
 */
final class MessageValues {

    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>`]{1,2000}");

    private final Vocabulary vocabulary;
    private final MessageWords words;

    MessageValues(Vocabulary vocabulary, MessageWords words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    Map<String, Object> of(Map<String, ?> facts, String senderName) {
        var all = new HashMap<String, Object>(facts);
        all.put(Vocabulary.SENDER, senderName);
        if (vocabulary.lists().containsKey("invoices")) {
            all.put("invoices", invoices(facts.get("invoices")));
        }
        if (vocabulary.lists().containsKey("totals")) {
            var invoices = items(all.get("invoices"));
            all.put("totals", totals(invoices));
            all.put("several", invoices.size() > 1);
        }
        var values = said(all, vocabulary.terms());
        vocabulary
                .lists()
                .forEach((name, terms) -> values.put(
                        name,
                        items(all.get(name)).stream()
                                .map(item -> said(item, terms))
                                .toList()));
        return values;
    }

    private Map<String, Object> said(Map<?, ?> facts, Map<String, Term> terms) {
        var said = new HashMap<String, Object>();
        for (var term : terms.values()) {
            if (term.sort() == Sort.BLOCK) {
                continue;
            }
            var value = facts.get(term.name());
            if (value == null && !term.optional()) {
                throw new TemplateFailed("no value for " + term.name());
            }
            said.put(term.name(), value == null ? "" : said(term, value));
        }
        return said;
    }

    private Object said(Term term, Object value) {
        if (term.sort() == Sort.FLAG) {
            return value;
        }
        var text =
                switch (value) {
                    case Money money -> words.money(money);
                    case LocalDate date -> words.date(date);
                    case Duration duration -> words.span(duration);
                    case URI uri -> uri.toASCIIString();
                    case CharSequence chars -> chars.toString();
                    case Number number -> number.toString();
                    default ->
                        throw new TemplateFailed(
                                "a value of a sort no message shows: " + term.name() + ", " + value.getClass());
                };
        if (term.sort() == Sort.URL && !WEB.matcher(text).matches()) {
            throw new TemplateFailed("no web address: " + term.name());
        }
        return text;
    }

    private List<Map<String, Object>> invoices(@Nullable Object facts) {
        return items(facts).stream()
                .map(invoice -> {
                    var more = new HashMap<String, Object>();
                    invoice.forEach((name, value) -> more.put(name.toString(), value));
                    if (invoice.get("daysLate") instanceof Number late && late.intValue() > 0) {
                        more.put("lateBy", words.late(late.intValue()));
                    }
                    return (Map<String, Object>) more;
                })
                .toList();
    }

    private static List<Map<String, Object>> totals(List<Map<?, ?>> invoices) {
        var sums = new LinkedHashMap<Currency, Money>();
        for (var invoice : invoices) {
            if (invoice.get("amount") instanceof Money amount) {
                sums.merge(amount.currency(), amount, Money::plus);
            }
        }
        return sums.values().stream()
                .map(sum -> Map.<String, Object>of("amount", sum))
                .toList();
    }

    private static List<Map<?, ?>> items(@Nullable Object list) {
        if (!(list instanceof List<?> items) || items.isEmpty()) {
            throw new TemplateFailed("no invoices");
        }
        return items.stream()
                .<Map<?, ?>>map(item -> {
                    if (item instanceof Map<?, ?> map) {
                        return map;
                    }
                    throw new TemplateFailed("an item that is no map");
                })
                .toList();
    }
}
