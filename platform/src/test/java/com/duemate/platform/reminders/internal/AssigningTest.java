package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.Condition.Kind;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.RuleProblem;
import com.duemate.platform.reminders.internal.InvoiceTraits.Customer;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which policy an invoice gets, from nothing but the invoice. */
class AssigningTest {

    private static final PolicyId OTHERWISE = new PolicyId(new UUID(9, 9));
    private static final CustomerId LARKIN = new CustomerId(new UUID(1, 1));
    private static final CustomerId ORION = new CustomerId(new UUID(1, 2));
    private static final InvoiceTraits INVOICE = invoice("R-1042", "Retainer March", Money.of(50_000, "EUR"), 30);

    static List<Arguments> conditions() {
        return List.of(
                Arguments.of(amount(Kind.AMOUNT_AT_LEAST, 50_000, "EUR"), true),
                Arguments.of(amount(Kind.AMOUNT_AT_LEAST, 50_001, "EUR"), false),
                Arguments.of(amount(Kind.AMOUNT_AT_LEAST, 1, "USD"), false),
                Arguments.of(amount(Kind.AMOUNT_AT_MOST, 50_000, "EUR"), true),
                Arguments.of(amount(Kind.AMOUNT_AT_MOST, 49_999, "EUR"), false),
                Arguments.of(amount(Kind.AMOUNT_AT_MOST, 90_000, "USD"), false),
                Arguments.of(new Condition.Code(Kind.CURRENCY, "EUR"), true),
                Arguments.of(new Condition.Code(Kind.CURRENCY, "USD"), false),
                Arguments.of(new Condition.Code(Kind.LANGUAGE, "de"), true),
                Arguments.of(new Condition.Code(Kind.LANGUAGE, "en"), false),
                Arguments.of(new Condition.Code(Kind.COUNTRY, "AT"), true),
                Arguments.of(new Condition.Code(Kind.COUNTRY, "DE"), false),
                Arguments.of(new Condition.OneOf(List.of(ORION, LARKIN)), true),
                Arguments.of(new Condition.OneOf(List.of(ORION)), false),
                Arguments.of(new Condition.Text(Kind.CUSTOMER_NAME_CONTAINS, " KIN "), true),
                Arguments.of(new Condition.Text(Kind.CUSTOMER_NAME_CONTAINS, "orion"), false),
                Arguments.of(new Condition.Text(Kind.CUSTOMER_NUMBER_BEGINS, "c-"), true),
                Arguments.of(new Condition.Text(Kind.CUSTOMER_NUMBER_BEGINS, "7"), false),
                Arguments.of(new Condition.Text(Kind.SUBJECT_CONTAINS, "retainer"), true),
                Arguments.of(new Condition.Text(Kind.SUBJECT_CONTAINS, "april"), false),
                Arguments.of(new Condition.Text(Kind.NUMBER_BEGINS, "r-10"), true),
                Arguments.of(new Condition.Text(Kind.NUMBER_BEGINS, "1042"), false),
                Arguments.of(new Condition.Count(Kind.TERMS_AT_LEAST, 30), true),
                Arguments.of(new Condition.Count(Kind.TERMS_AT_LEAST, 31), false),
                Arguments.of(new Condition.Count(Kind.PAID_LATE_AT_LEAST, 2), true),
                Arguments.of(new Condition.Count(Kind.PAID_LATE_AT_LEAST, 3), false));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aConditionHoldsOrNot(Condition condition, boolean holds) {
        assertThat(assigning(rule(1, condition)).placeOf(INVOICE)).isEqualTo(holds ? 0 : 1);
    }

    @Test
    void everyConditionMustHoldAndAnInvoiceWithoutSubjectHasNone() {
        var retainer = new Condition.Text(Kind.SUBJECT_CONTAINS, "retainer");
        var both = assigning(rule(1, retainer, new Condition.Code(Kind.CURRENCY, "USD")), rule(2, retainer));

        assertThat(both.policyFor(INVOICE)).isEqualTo(policy(2));
        assertThat(both.policyFor(invoice("R-1", null, Money.of(1, "EUR"), 0))).isEqualTo(OTHERWISE);
    }

    @Test
    void aRuleThatCannotBeTakesNothing() {
        assertThat(assigning(
                                rule(1),
                                rule(2, new Condition.Text(Kind.SUBJECT_CONTAINS, " ")),
                                rule(3, new Condition.Count(Kind.TERMS_AT_LEAST, 0)),
                                rule(4, amount(Kind.AMOUNT_AT_LEAST, 0, "EUR")))
                        .policyFor(INVOICE))
                .isEqualTo(OTHERWISE);
    }

    @Test
    void namesEverythingThatIsWrongWithItsPlace() {
        var wrong = List.of(
                rule(1, new Condition.Code(Kind.CURRENCY, "EUR")),
                new AssignmentRule(
                        "x".repeat(81),
                        List.of(
                                new Condition.Code(Kind.LANGUAGE, "de"),
                                new Condition.Code(Kind.COUNTRY, "Nowhere"),
                                new Condition.Code(Kind.CURRENCY, "XXX"),
                                new Condition.OneOf(List.of()),
                                new Condition.Text(Kind.NUMBER_BEGINS, "a\u0000")),
                        policy(1)),
                new AssignmentRule(" ", List.of(), policy(1)));

        assertThat(AssignmentRule.problems(wrong))
                .containsExactly(
                        new RuleProblem(RuleProblem.Kind.NAME_TOO_LONG, 2, 0),
                        new RuleProblem(RuleProblem.Kind.CODE_UNKNOWN, 2, 2),
                        new RuleProblem(RuleProblem.Kind.CODE_UNKNOWN, 2, 3),
                        new RuleProblem(RuleProblem.Kind.NO_CUSTOMERS, 2, 4),
                        new RuleProblem(RuleProblem.Kind.TEXT_CHARACTERS, 2, 5),
                        new RuleProblem(RuleProblem.Kind.NAME_MISSING, 3, 0),
                        new RuleProblem(RuleProblem.Kind.NO_CONDITIONS, 3, 0));
    }

    /** One by one, from the first rule on: the only policy there can be. */
    @Property(tries = 500)
    void anyInvoiceGetsExactlyOnePolicyAndTheFirstRuleThatFitsGivesIt(
            @ForAll("rules") List<AssignmentRule> rules, @ForAll("invoices") InvoiceTraits invoice) {
        var assigning = new Assigning(rules, OTHERWISE);
        int place = assigning.placeOf(invoice);

        for (int i = 0; i < rules.size(); i++) {
            boolean alone = new Assigning(List.of(rules.get(i)), OTHERWISE).placeOf(invoice) == 0;
            if (i < place) {
                assertThat(alone).isFalse();
            } else if (i == place) {
                assertThat(alone).isTrue();
            }
        }
        assertThat(assigning.policyFor(invoice))
                .isEqualTo(place == rules.size() ? OTHERWISE : rules.get(place).policy());
    }

    @Provide
    Arbitrary<List<AssignmentRule>> rules() {
        var conditions = Arbitraries.of(
                conditions().stream().map(each -> (Condition) each.get()[0]).toList());
        return Combinators.combine(
                        conditions.list().ofMaxSize(3), Arbitraries.integers().between(1, 5))
                .as((some, number) -> rule(number, some.toArray(Condition[]::new)))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<InvoiceTraits> invoices() {
        return Combinators.combine(
                        Arbitraries.of("R-1042", "r-7", "1042"),
                        Arbitraries.of("Retainer", "april").injectNull(0.3),
                        Arbitraries.longs().between(1, 100_000),
                        Arbitraries.of("EUR", "USD"),
                        Arbitraries.integers().between(0, 60))
                .as((number, subject, cents, currency, days) ->
                        invoice(number, subject, Money.of(cents, currency), days));
    }

    private static InvoiceTraits invoice(
            String number, @org.jspecify.annotations.Nullable String subject, Money total, int days) {
        return new InvoiceTraits(
                new InvoiceId(new UUID(2, 1)),
                number,
                subject,
                total,
                days,
                new Customer(LARKIN, "Larkin Ltd", "C-7", "de", "AT", 2));
    }

    private static Assigning assigning(AssignmentRule... rules) {
        return new Assigning(List.of(rules), OTHERWISE);
    }

    private static AssignmentRule rule(int number, Condition... conditions) {
        return new AssignmentRule("Rule " + number, List.of(conditions), policy(number));
    }

    private static PolicyId policy(int number) {
        return new PolicyId(new UUID(3, number));
    }

    private static Condition amount(Kind kind, long cents, String currency) {
        return new Condition.Amount(kind, Money.of(cents, currency));
    }
}
