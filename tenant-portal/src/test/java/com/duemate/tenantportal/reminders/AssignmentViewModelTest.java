package com.duemate.tenantportal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments.Assignment;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssignmentViewModelTest {

    private final AssignmentViewModel model =
            new AssignmentViewModel(new Assignment(3, List.of(rule("A"), rule("B"), rule("C"))));

    @Test
    void aMovedRuleIsAChangeUntilItIsBack() {
        model.swapWithNext(0);
        assertThat(names()).containsExactly("B", "A", "C");
        assertThat(model.isChanged()).isTrue();

        model.swapWithNext(0);
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void aRemovedRuleGoesBackToItsPlace() {
        var removed = model.remove(1);
        assertThat(names()).containsExactly("A", "C");

        model.putBack(1, removed);

        assertThat(names()).containsExactly("A", "B", "C");
        model.undo();
        model.putBack(9, removed);
        assertThat(names()).containsExactly("A", "B", "C", "B");
    }

    @Test
    void triesARuleWithoutKeepingIt() {
        assertThat(model.with(3, rule("D"))).extracting(AssignmentRule::name).containsExactly("A", "B", "C", "D");
        assertThat(model.with(0, rule("D"))).extracting(AssignmentRule::name).containsExactly("D", "B", "C");
        assertThat(model.isChanged()).isFalse();

        model.put(3, rule("D"));
        assertThat(model.isChanged()).isTrue();
        model.undo();
        assertThat(names()).containsExactly("A", "B", "C");
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryKindOfConditionInBothLanguages(Condition.Kind kind) {
        for (var locale : List.of(Locale.UK, Locale.GERMANY)) {
            var reader = reader(locale);
            var condition = kind.asks() == Condition.Code.class && kind != Condition.Kind.CURRENCY
                    ? new Condition.Code(kind, "de")
                    : ConditionRow.fresh(reader, kind);
            var sentence = new ConditionWords(reader)
                    .sentence(new AssignmentRule("One", List.of(condition, condition), policy()));
            assertThat(sentence)
                    .startsWith(locale.equals(Locale.UK) ? "If the" : "Wenn d")
                    .contains(locale.equals(Locale.UK) ? " and " : " und ")
                    .doesNotContain("portalreminders", "''", "{");
        }
    }

    @Test
    void saysARuleTheWayOneWould() {
        var rule = new AssignmentRule(
                "Large",
                List.of(
                        new Condition.Amount(Condition.Kind.AMOUNT_AT_LEAST, Money.of(50_000, "EUR")),
                        new Condition.Code(Condition.Kind.LANGUAGE, "de"),
                        new Condition.Count(Condition.Kind.PAID_LATE_AT_LEAST, 2)),
                policy());

        assertThat(new ConditionWords(reader(Locale.UK)).sentence(rule))
                .isEqualTo("If the amount is at least €500.00 and the customer's language is German"
                        + " and the customer paid at least 2 invoices late in the last year");
    }

    private List<String> names() {
        return model.rules().stream().map(AssignmentRule::name).toList();
    }

    private static AssignmentRule rule(String name) {
        return new AssignmentRule(name, List.of(new Condition.Text(Condition.Kind.NUMBER_BEGINS, name)), policy());
    }

    private static PolicyId policy() {
        return new PolicyId(new UUID(0, 1));
    }

    private static Reader reader(Locale locale) {
        var zone = ZoneId.of("Europe/Lisbon");
        var euro = Currency.getInstance("EUR");
        return new Reader(
                new TenantProfile(
                        new TenantId(new UUID(0, 1)),
                        "t",
                        "T",
                        TenantStatus.ACTIVE,
                        euro,
                        locale,
                        zone,
                        true,
                        "http://t.localhost",
                        null),
                new Formats(locale, zone, euro),
                Texts.strict(AssignmentViewModelTest.class.getClassLoader()),
                Instant.parse("2026-03-02T09:00:00Z"));
    }
}
