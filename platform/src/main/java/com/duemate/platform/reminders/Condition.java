package com.duemate.platform.reminders;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.OneLine;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must hold of an invoice or its customer for a rule to fit, as somebody typed it; {@link #problem()} judges it. */
public sealed interface Condition {

    int MAX_TEXT_LENGTH = 200;
    int MAX_CUSTOMERS = 100;
    int MAX_DAYS = 365;
    int MAX_TIMES = 100;

    /** Everything a rule can ask. Texts are compared without regard to case. */
    enum Kind {
        /** The invoice's total, in the amount's currency; an invoice in another currency does not fit. */
        AMOUNT_AT_LEAST(Amount.class),
        AMOUNT_AT_MOST(Amount.class),
        /** ISO 4217. */
        CURRENCY(Code.class),
        /** The customer's language, ISO 639: its own, else the tenant's. */
        LANGUAGE(Code.class),
        /** The country of the customer's time zone, ISO 3166: its own zone, else the tenant's. */
        COUNTRY(Code.class),
        CUSTOMER_IS(OneOf.class),
        CUSTOMER_NAME_CONTAINS(Text.class),
        CUSTOMER_NUMBER_BEGINS(Text.class),
        SUBJECT_CONTAINS(Text.class),
        NUMBER_BEGINS(Text.class),
        /** Days from issue to due date. */
        TERMS_AT_LEAST(Count.class),
        /** How many invoices the customer paid after their due date in the last year. */
        PAID_LATE_AT_LEAST(Count.class);

        private final Class<? extends Condition> asks;

        Kind(Class<? extends Condition> asks) {
            this.asks = asks;
        }

        /** The type of condition that can be of this kind. */
        public Class<? extends Condition> asks() {
            return asks;
        }

        private void mustBe(Class<? extends Condition> type) {
            if (asks != type) {
                throw new IllegalArgumentException(this + " does not ask for " + type.getSimpleName());
            }
        }
    }

    Kind kind();

    /** What is wrong with its value; a condition with a problem fits nothing. */
    Optional<RuleProblem.Kind> problem();

    /** @throws IllegalArgumentException for a kind that asks for something else, as every condition does */
    record Amount(Kind kind, Money amount) implements Condition {

        public Amount {
            kind.mustBe(Amount.class);
        }

        @Override
        public Optional<RuleProblem.Kind> problem() {
            return wrongIf(
                    !amount.isPositive() || amount.minor() > Money.MAX_MINOR, RuleProblem.Kind.AMOUNT_OUT_OF_RANGE);
        }
    }

    /** @param code of a currency, language or country */
    record Code(Kind kind, String code) implements Condition {

        private static final HashSet<String> LANGUAGES = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
        private static final HashSet<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

        public Code {
            kind.mustBe(Code.class);
        }

        @Override
        public Optional<RuleProblem.Kind> problem() {
            boolean known =
                    switch (kind) {
                        case CURRENCY -> isCurrency(code);
                        case LANGUAGE -> LANGUAGES.contains(code);
                        default -> COUNTRIES.contains(code);
                    };
            return wrongIf(!known, RuleProblem.Kind.CODE_UNKNOWN);
        }

        private static boolean isCurrency(String code) {
            try {
                return Money.currency(code).getCurrencyCode().equals(code);
            } catch (IllegalArgumentException _) {
                return false;
            }
        }
    }

    /** @param customers in any order */
    record OneOf(List<CustomerId> customers) implements Condition {

        public OneOf {
            customers = List.copyOf(customers);
        }

        @Override
        public Kind kind() {
            return Kind.CUSTOMER_IS;
        }

        @Override
        public Optional<RuleProblem.Kind> problem() {
            return wrongIf(customers.isEmpty(), RuleProblem.Kind.NO_CUSTOMERS)
                    .or(() -> wrongIf(customers.size() > MAX_CUSTOMERS, RuleProblem.Kind.TOO_MANY_CUSTOMERS));
        }
    }

    record Text(Kind kind, String text) implements Condition {

        public Text {
            kind.mustBe(Text.class);
            text = text.strip();
        }

        @Override
        public Optional<RuleProblem.Kind> problem() {
            return wrongIf(!OneLine.isVisible(text), RuleProblem.Kind.TEXT_MISSING)
                    .or(() -> wrongIf(text.length() > MAX_TEXT_LENGTH, RuleProblem.Kind.TEXT_TOO_LONG))
                    .or(() -> wrongIf(!OneLine.fits(text), RuleProblem.Kind.TEXT_CHARACTERS));
        }
    }

    /** @param least days or times, at least 1 */
    record Count(Kind kind, int least) implements Condition {

        public Count {
            kind.mustBe(Count.class);
        }

        /** The highest number that makes sense. */
        public static int most(Kind kind) {
            return kind == Kind.TERMS_AT_LEAST ? MAX_DAYS : MAX_TIMES;
        }

        @Override
        public Optional<RuleProblem.Kind> problem() {
            return wrongIf(least < 1 || least > most(kind), RuleProblem.Kind.NUMBER_OUT_OF_RANGE);
        }
    }

    private static Optional<RuleProblem.Kind> wrongIf(boolean wrong, RuleProblem.Kind kind) {
        return wrong ? Optional.of(kind) : Optional.empty();
    }
}
