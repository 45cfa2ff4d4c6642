package com.duemate.tenantportal.reminders;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Condition;
import com.duemate.tenantportal.shell.Reader;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says conditions the way the reader would, with the names of the customers they are about. */
class ConditionWords {

    private static final int NAMED = 3;

    private final Reader reader;
    private final Map<CustomerId, String> names = new HashMap<>();

    ConditionWords(Reader reader) {
        this.reader = reader;
    }

    /** Looks up whom these rules name. */
    void learn(Customers customers, List<AssignmentRule> rules) {
        var named = rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(Condition.OneOf.class::isInstance)
                .flatMap(condition -> ((Condition.OneOf) condition).customers().stream())
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            customers.findAll(named).values().forEach(this::learn);
        }
    }

    void learn(CustomerDetails customer) {
        names.put(customer.id(), customer.name());
    }

    String name(CustomerId customer) {
        return Optional.ofNullable(names.get(customer))
                .orElseGet(() -> reader.text("portalreminders.rules.goneCustomer"));
    }

    /** The whole rule as one sentence. */
    String sentence(AssignmentRule rule) {
        return rule.conditions().stream()
                .map(this::say)
                .reduce((before, next) -> reader.text("portalreminders.rules.and", before, next))
                .map(all -> reader.text("portalreminders.rules.if", all))
                .orElse("");
    }

    private String say(Condition condition) {
        var value =
                switch (condition) {
                    case Condition.Amount it -> reader.money(it.amount());
                    case Condition.Code it -> code(it.kind(), it.code());
                    case Condition.OneOf it -> names(it.customers());
                    case Condition.Text it -> it.text();
                    case Condition.Count it -> it.least();
                };
        return reader.text("portalreminders.says." + condition.kind(), value);
    }

    private String names(List<CustomerId> customers) {
        var first = customers.stream().limit(NAMED).map(this::name).collect(Collectors.joining(", "));
        return customers.size() <= NAMED
                ? first
                : reader.text("portalreminders.rules.andMore", first, customers.size() - NAMED);
    }

    /** A currency, language or country by its name. */
    String code(Condition.Kind kind, String code) {
        var locale = reader.formats().locale();
        return switch (kind) {
            case CURRENCY -> code + " · " + Currency.getInstance(code).getDisplayName(locale);
            case LANGUAGE -> Locale.of(code).getDisplayLanguage(locale);
            default -> Locale.of("", code).getDisplayCountry(locale);
        };
    }
}
