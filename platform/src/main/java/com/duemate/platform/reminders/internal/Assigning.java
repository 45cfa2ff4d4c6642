package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.PolicyId;
import java.util.List;
import java.util.Locale;

/**
 * Says which policy an invoice gets, from nothing but the invoice: planning, moving and the preview ask the same.
 *
 * @param otherwise the policy of what no rule fits
 */
record Assigning(List<AssignmentRule> rules, PolicyId otherwise) {

    PolicyId policyFor(InvoiceTraits invoice) {
        return policyAt(placeOf(invoice));
    }

    /** @param place of a rule; any other is that of what no rule fits */
    PolicyId policyAt(int place) {
        return place < rules.size() ? rules.get(place).policy() : otherwise;
    }

    /** The place of the first rule that fits, counted from 0; behind the last one when none does. */
    int placeOf(InvoiceTraits invoice) {
        for (int i = 0; i < rules.size(); i++) {
            if (fits(rules.get(i), invoice)) {
                return i;
            }
        }
        return rules.size();
    }

    /** Whether any rule looks at how the customer paid. */
    boolean asksForLatePayments() {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .anyMatch(condition -> condition.kind() == Condition.Kind.PAID_LATE_AT_LEAST);
    }

    /** A rule without conditions, or with one that cannot be, fits nothing. */
    private static boolean fits(AssignmentRule rule, InvoiceTraits invoice) {
        return !rule.conditions().isEmpty()
                && rule.conditions().stream().allMatch(each -> each.problem().isEmpty() && holds(each, invoice));
    }

    private static boolean holds(Condition condition, InvoiceTraits invoice) {
        return switch (condition) {
            case Condition.Amount asked -> compares(asked, invoice.total());
            case Condition.Code asked -> asked.code().equals(code(asked.kind(), invoice));
            case Condition.OneOf asked ->
                asked.customers().contains(invoice.customer().id());
            case Condition.Text asked -> reads(asked, invoice);
            case Condition.Count asked ->
                asked.least()
                        <= (asked.kind() == Condition.Kind.TERMS_AT_LEAST
                                ? invoice.termsDays()
                                : invoice.customer().paidLate());
        };
    }

    private static boolean compares(Condition.Amount asked, Money total) {
        return total.currency().equals(asked.amount().currency())
                && (asked.kind() == Condition.Kind.AMOUNT_AT_LEAST
                        ? total.compareTo(asked.amount()) >= 0
                        : total.compareTo(asked.amount()) <= 0);
    }

    private static String code(Condition.Kind kind, InvoiceTraits invoice) {
        return switch (kind) {
            case CURRENCY -> invoice.total().currencyCode();
            case LANGUAGE -> invoice.customer().language();
            default -> invoice.customer().country();
        };
    }

    private static boolean reads(Condition.Text asked, InvoiceTraits invoice) {
        var wanted = folded(asked.text());
        return switch (asked.kind()) {
            case CUSTOMER_NAME_CONTAINS -> folded(invoice.customer().name()).contains(wanted);
            case CUSTOMER_NUMBER_BEGINS -> folded(invoice.customer().number()).startsWith(wanted);
            case NUMBER_BEGINS -> folded(invoice.number()).startsWith(wanted);
            default -> invoice.subject() != null && folded(invoice.subject()).contains(wanted);
        };
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
