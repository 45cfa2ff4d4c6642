package com.duemate.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.safety.Measure;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderTextsTest {

    private static final Texts TEXTS = Texts.strict(ReminderTextsTest.class.getClassLoader());

    /** Reasons that can take a message back after it was queued. */
    private static final Set<Reason> WITHDRAWN = EnumSet.of(
            Reason.PAID,
            Reason.TENANT_SUSPENDED,
            Reason.CUSTOMER_HELD,
            Reason.INVOICE_HELD,
            Reason.DISPUTED,
            Reason.PROMISED,
            Reason.ON_PLAN,
            Reason.PAYMENT_IN_FLIGHT,
            Reason.COVERED_BY_CREDIT);

    @ParameterizedTest
    @EnumSource
    void saysEveryReasonInBothLanguages(Reason reason) {
        var english = decision(reason).sentence(TEXTS, formats(Locale.UK));
        var german = decision(reason).sentence(TEXTS, formats(Locale.GERMANY));

        assertThat(english).endsWith(".").doesNotContain("{", "}", "null").isNotEqualTo(german);
        assertThat(german).endsWith(".").doesNotContain("{", "}", "null");
    }

    @Test
    void saysTheFactsTheWayTheReaderWritesThem() {
        assertThat(decision(Reason.QUIET_HOURS).sentence(TEXTS, formats(Locale.UK)))
                .isEqualTo("Waits until 11 Mar 2026, 08:00: messages go out between 08:00 and 21:00"
                        + " where the customer is (EMAIL).");
        assertThat(decision(Reason.BELOW_MINIMUM).sentence(TEXTS, formats(Locale.GERMANY)))
                .isEqualTo("Nicht gesendet: Offen waren 12,34\u00a0€, weniger als der Mindestbetrag 12,34\u00a0€"
                        + " dieses Ablaufs.");
        assertThat(decision(Reason.BUDGET).sentence(TEXTS, formats(Locale.UK))).contains("at most 2 messages a day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void hasNoTextTooManyAndNoneTooFew(String language) {
        var keys = new TreeSet<>(Set.of("reminders.policy.standard", "reminders.withdrawn.MISSED_ITS_TIME"));
        Arrays.stream(Reason.values()).map(Reason::textKey).forEach(keys::add);
        WITHDRAWN.forEach(reason -> keys.add("reminders.withdrawn." + reason));
        Arrays.stream(Measure.values())
                .map(measure -> "reminders.alarm." + measure)
                .forEach(keys::add);
        Arrays.stream(PolicyProblem.Kind.values())
                .map(kind -> new PolicyProblem(kind, 1).textKey())
                .forEach(keys::add);
        Arrays.stream(RuleProblem.Kind.values())
                .map(kind -> new RuleProblem(kind, 1, 1).textKey())
                .forEach(keys::add);
        Arrays.stream(Outcome.values())
                .map(outcome -> "reminders.outcome." + outcome)
                .forEach(keys::add);
        Arrays.stream(Tone.values()).map(tone -> "reminders.tone." + tone).forEach(keys::add);
        List.of("window", "preferred", "noDay", "region", "perDay", "perWeek")
                .forEach(refusal -> keys.add("reminders.sending." + refusal));
        List.of("HOUR", "TONE", "HELD_OUT").forEach(aside -> keys.add("reminders.aside." + aside));
        keys.add("reminders.adaptive.holdOut");
        keys.add("reminders.task.ended");
        List.of("notALetter", "noAddress", "rests", "neverPrinted", "tooLong", "none")
                .forEach(refusal -> keys.add("reminders.letter.refused." + refusal));
        Arrays.stream(StepChannel.values())
                .map(channel -> "reminders.channel." + channel)
                .forEach(keys::add);

        assertThat(new TreeSet<>(TEXTS.keys("reminders", Locale.of(language)))).isEqualTo(keys);
    }

    @Test
    void saysWhyAnHourAndAToneWereChosenOrNot() {
        var asides = Map.of(
                Fact.ARM, "ADAPTED",
                Fact.AT, "09:00",
                Fact.USUAL_FROM, "09:00",
                Fact.USUAL_TO, "11:00",
                Fact.POLICY_TONE, "FIRM");
        assertThat(with(Reason.STEP_DUE, asides).sentence(TEXTS, formats(Locale.UK)))
                .endsWith("It went out at 09:00, because this customer usually pays or answers between 09:00 and 11:00."
                        + " The policy asks for a firm tone here; these words have worked well with this customer.");
        assertThat(with(Reason.STEP_DUE, asides).sentence(TEXTS, formats(Locale.GERMANY)))
                .contains("um 09:00", "zwischen 09:00 und 11:00", "einen bestimmten Ton");
        assertThat(with(Reason.STEP_DUE, Map.of(Fact.ARM, "HELD_OUT")).sentence(TEXTS, formats(Locale.UK)))
                .endsWith("this customer is one of those kept for comparison.");
        assertThatThrownBy(() -> with(Reason.PAID, Map.of(Fact.AT, "09:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Decision with(Reason reason, Map<Fact, String> asides) {
        var plain = decision(reason);
        var facts = new EnumMap<Fact, String>(Fact.class);
        facts.putAll(plain.facts());
        facts.putAll(asides);
        return new Decision(plain.step(), reason, facts);
    }

    private static Decision decision(Reason reason) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (var fact : reason.facts()) {
            facts.put(
                    fact,
                    fact.write(
                            switch (fact.kind()) {
                                case MOMENT -> Instant.parse("2026-03-11T07:00:00Z");
                                case DAY -> LocalDate.parse("2026-03-10");
                                case TIME -> fact == Fact.FROM ? LocalTime.of(8, 0) : LocalTime.of(21, 0);
                                case AMOUNT -> Money.of(1234, "EUR");
                                case NUMBER -> 2;
                                case WORD -> fact == Fact.TONE ? Tone.FIRM : StepChannel.EMAIL;
                            }));
        }
        return new Decision(new StepKey(new InvoiceId(new UUID(0, 1)), 1, 1), reason, facts);
    }

    private static Formats formats(Locale locale) {
        return new Formats(locale, ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"));
    }
}
