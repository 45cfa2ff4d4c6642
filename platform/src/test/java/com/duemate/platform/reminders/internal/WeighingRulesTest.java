package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.ContactBudget;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.internal.Standing.Status;
import com.duemate.platform.reminders.safety.Braking;
import com.duemate.platform.reminders.safety.Cause;
import com.duemate.platform.reminders.safety.Measure;
import com.duemate.platform.reminders.safety.Placer;
import com.duemate.platform.reminders.safety.Reach;
import com.duemate.platform.reminders.safety.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeighingRulesTest {

    private static final Instant TOMORROW_AT_TEN = Instant.parse("2026-03-18T09:00:00Z");

    /** Tuesday, 17 March 2026, seven days after the due date, at the preferred hour in Berlin. */
    private final Rehearsal story = new Rehearsal("Europe/Berlin", "2026-03-17T10:00");

    private final SampleInvoice invoice =
            story.add(SampleInvoice.dueOn("R-1", "2026-03-10").withoutStepsBefore(3));

    @Test
    void sendsTheStepWhenNothingObjects() {
        var weighed = story.weigh();

        assertThat(weighed.reminder()).isNotNull();
        assertThat(weighed.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.reason()).isEqualTo(Reason.STEP_DUE);
            assertThat(decision.facts())
                    .containsEntry(Fact.LEVEL, "3")
                    .containsEntry(Fact.TONE, "NEUTRAL")
                    .containsEntry(Fact.CHANNEL, "EMAIL");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyRuleThatObjectsIsNamed(Reason reason, BiConsumer<Rehearsal, SampleInvoice> given) {
        given.accept(story, invoice);

        var weighed = story.weigh();

        assertThat(weighed.reminder()).isNull();
        assertThat(weighed.decisions()).first().extracting(Decision::reason).isEqualTo(reason);
        var untilTomorrow = EnumSet.range(Reason.RESTORED, Reason.BUDGET);
        untilTomorrow.removeAll(EnumSet.of(Reason.QUOTA, Reason.HOLIDAY, Reason.DAY_OFF, Reason.QUIET_HOURS));
        if (untilTomorrow.contains(reason)) {
            assertThat(weighed.decisions().getFirst().until()).hasValue(TOMORROW_AT_TEN);
        }
    }

    static Stream<Arguments> everyRuleThatObjectsIsNamed() {
        return Stream.of(
                rule(Reason.PAID, (story, invoice) -> invoice.status = Status.PAID),
                rule(Reason.PAID, (story, invoice) -> invoice.open = Money.of(0, "EUR")),
                rule(Reason.VOID, (story, invoice) -> invoice.status = Status.VOID),
                rule(Reason.WRITTEN_OFF, (story, invoice) -> invoice.status = Status.WRITTEN_OFF),
                rule(
                        Reason.TENANT_SUSPENDED,
                        (story, invoice) -> story.tenant = new TenantState(false, true, Locale.ENGLISH)),
                rule(Reason.RESTORED, (story, invoice) -> story.tenant = stopped(Cause.RESTORED, Placer.ENGINE, null)),
                rule(
                        Reason.SENDING_STOPPED,
                        (story, invoice) -> story.tenant = stopped(Cause.PERSON, Placer.STAFF, null)),
                rule(
                        Reason.CIRCUIT_OPEN,
                        (story, invoice) -> story.tenant =
                                stopped(Cause.CIRCUIT, Placer.ENGINE, new Stopped.Trip(Measure.VOLUME, 240, 12))),
                rule(Reason.QUOTA, (story, invoice) -> story.tenant = usedUp()),
                rule(Reason.CUSTOMER_HELD, (story, invoice) -> story.debtor = debtor(story, new Hold(null))),
                rule(Reason.INVOICE_HELD, (story, invoice) -> invoice.hold = new Hold(story.today())),
                rule(Reason.DISPUTED, (story, invoice) -> invoice.disputed = true),
                rule(Reason.PROMISED, (story, invoice) -> invoice.promisedUntil = story.today()),
                rule(Reason.ON_PLAN, (story, invoice) -> invoice.onPlan = true),
                rule(Reason.PAYMENT_IN_FLIGHT, (story, invoice) -> invoice.inFlight = true),
                rule(Reason.COVERED_BY_CREDIT, (story, invoice) -> invoice.covered = true),
                rule(Reason.SUPPRESSED, (story, invoice) -> story.debtor = refusing(story)),
                rule(Reason.NO_ADDRESS, (story, invoice) -> story.debtor = unreachable(story)),
                rule(Reason.BELOW_MINIMUM, (story, invoice) -> invoice.minimums = List.of(Money.of(10_001, "EUR"))),
                rule(Reason.QUIET_HOURS, (story, invoice) -> story.sleepTo("2026-03-17T21:00")),
                rule(Reason.BUDGET, WeighingRulesTest::remindedThisMorning));
    }

    private static TenantState stopped(Cause cause, Placer by, Stopped.@Nullable Trip trip) {
        var stop = new Stopped(new UUID(0, 1), Reach.TENANT, cause, by, null, null, trip, Instant.EPOCH);
        return new TenantState(false, false, Locale.ENGLISH, new Braking(stop, null));
    }

    private static TenantState usedUp() {
        var allowance = new Braking.Allowance(5, 5, Instant.parse("2026-04-01T00:00:00Z"));
        return new TenantState(false, false, Locale.ENGLISH, new Braking(null, allowance));
    }

    @Test
    void anotherMonthsAllowanceHoldsNothingBack() {
        var allowance = new Braking.Allowance(5, 5, Instant.EPOCH);
        story.tenant = new TenantState(false, false, Locale.ENGLISH, new Braking(null, allowance));

        assertThat(story.weigh().reminder()).isNotNull();
    }

    @Test
    void theAllowanceEndsWithinATurn() {
        var allowance = new Braking.Allowance(5, 4, Instant.parse("2026-04-01T00:00:00Z"));

        assertThat(new Braking(null, allowance).after(1).allowance())
                .satisfies(after -> assertThat(after.isUsedUp(Instant.parse("2026-03-17T10:00:00Z")))
                        .isTrue());
    }

    @Test
    void theListOfRulesIsTestedInFull() {
        var tested = EnumSet.of(
                Reason.STEP_DUE, // this class
                Reason.STEP_DUE_OTHER_CHANNEL, // the stories
                Reason.HANDED_OVER, // StepRulesTest
                Reason.HANDED_OVER_INSTEAD,
                Reason.MISSED,
                Reason.AFTER_EARLIER_STEP,
                Reason.LISTED,
                Reason.CARRIED,
                Reason.SUPERSEDED_BY_LATER_STEP,
                Reason.PAST_DUE_DATE,
                Reason.HOLIDAY,
                Reason.DAY_OFF);
        everyRuleThatObjectsIsNamed()
                .forEach(arguments -> tested.add((Reason) arguments.get()[0]));

        assertThat(tested).isEqualTo(EnumSet.allOf(Reason.class));
    }

    @Test
    void holdsAndPromisesThatArePastSayNothing() {
        invoice.hold = new Hold(LocalDate.parse("2026-03-16"));
        invoice.promisedUntil = LocalDate.parse("2026-03-16");

        assertThat(story.weigh().reminder()).isNotNull();
    }

    @Test
    void capturesInsteadOfSendingAndThenNeedsNoAddress() {
        story.tenant = new TenantState(true, false, Locale.ENGLISH);
        story.debtor = unreachable(story);

        var reminder = story.weigh().reminder();

        assertThat(reminder).isNotNull();
        assertThat(reminder.captured()).isTrue();
        assertThat(reminder.channel()).isEqualTo(StepChannel.EMAIL);
    }

    @Test
    void neverFallsBackToAChannelTheCustomerRefused() {
        story.debtor = new Debtor(story.debtor.zone(), Set.of(StepChannel.SMS), Set.of(StepChannel.SMS), null);

        assertThat(story.weigh().decisions()).extracting(Decision::reason).containsExactly(Reason.NO_ADDRESS);
    }

    @Test
    void whatEndsTheCarryingStepDoesNotEndTheOthers() {
        invoice.waiting.removeIf(step -> step.position() > 3);
        invoice.minimums = List.of(Money.of(1_000_000, "EUR"));
        var other = story.add(SampleInvoice.dueOn("R-2", "2026-03-17").withoutStepsBefore(2));

        var reminder = story.weigh().reminder();

        assertThat(reminder).isNotNull();
        assertThat(reminder.level().invoice()).isEqualTo(other.id());
        assertThat(reminder.invoices()).containsExactly(invoice.id(), other.id());
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.BELOW_MINIMUM);
    }

    @Test
    void comparesTheMinimumWithAllThatIsListedInOneCurrency() {
        invoice.minimums = List.of(Money.of(15_000, "EUR"), Money.of(99_999, "USD"));
        story.add(SampleInvoice.dueOn("R-2", "2026-03-12").withoutStepsBefore(5)).open = Money.of(5_000, "USD");

        var weighed = Weighing.weigh(story.situation());
        assertThat(weighed.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.reason()).isEqualTo(Reason.BELOW_MINIMUM);
            assertThat(decision.facts()).containsEntry(Fact.TOTAL, "10000 EUR");
            assertThat(decision.fact(Fact.MINIMUM)).isEqualTo(Money.of(15_000, "EUR"));
        });

        story.add(SampleInvoice.dueOn("R-3", "2026-03-12").withoutStepsBefore(5)).open = Money.of(5_000, "EUR");
        assertThat(Weighing.weigh(story.situation()).reminder()).isNotNull();
    }

    @Test
    void breaksTiesOfTheOldestByIssueDateThenNumber() {
        var twin = story.add(SampleInvoice.dueOn("R-0", "2026-03-10").withoutStepsBefore(3));
        assertThat(carrier()).isEqualTo(twin.id());

        invoice.issuedOn = invoice.issuedOn.minusDays(1);
        assertThat(carrier()).isEqualTo(invoice.id());
    }

    @Test
    void leavesOutWhatIsNotDueYetAndHasNoStepForToday() {
        story.add(SampleInvoice.dueOn("R-2", "2026-03-25"));
        var upcoming = story.add(SampleInvoice.dueOn("R-3", "2026-03-20"));

        assertThat(story.weigh().reminder()).isNotNull().satisfies(reminder -> assertThat(reminder.invoices())
                .containsExactly(invoice.id(), upcoming.id()));
        assertThat(story.reason(upcoming, 1)).isEqualTo(Reason.LISTED);
    }

    @Test
    void waitsForADayWithRoomInTheWeek() {
        story.budget = new ContactBudget(2, 3);
        for (var at : List.of("2026-03-11T09:00:00Z", "2026-03-11T10:00:00Z", "2026-03-16T09:00:00Z")) {
            story.contactedAt(Instant.parse(at));
        }

        var decision = story.weigh().decisions().getFirst();

        assertThat(decision.reason()).isEqualTo(Reason.BUDGET);
        assertThat(decision.until()).hasValue(TOMORROW_AT_TEN);
    }

    @Test
    void answersTheSameInWhateverOrderTheInvoicesCome() {
        story.add(SampleInvoice.dueOn("R-2", "2026-03-10"));
        story.add(SampleInvoice.dueOn("R-3", "2026-03-03")).disputed = true;
        var one = Weighing.weigh(story.situation());

        story.invoices.sort((a, b) -> b.number.compareTo(a.number));
        var other = Weighing.weigh(story.situation());

        assertThat(other.reminder()).isEqualTo(one.reminder()).isNotNull();
        assertThat(other.decisions()).containsExactlyInAnyOrderElementsOf(one.decisions());
        assertThat(other.decisions())
                .extracting(Decision::outcome)
                .contains(Outcome.SENT, Outcome.GROUPED, Outcome.SKIPPED, Outcome.POSTPONED);
    }

    @Test
    void refusesASituationThatContradictsItself() {
        story.add(SampleInvoice.dueOn("R-1", "2026-03-10"));

        assertThatIllegalArgumentException().isThrownBy(story::situation);
        invoice.waiting.add(invoice.waiting.getFirst());
        assertThatIllegalArgumentException().isThrownBy(invoice::item);
    }

    private InvoiceId carrier() {
        var reminder = Weighing.weigh(story.situation()).reminder();
        assertThat(reminder).isNotNull();
        return reminder.level().invoice();
    }

    private static Arguments rule(Reason reason, BiConsumer<Rehearsal, SampleInvoice> given) {
        return arguments(reason, given);
    }

    private static Debtor debtor(Rehearsal story, Hold hold) {
        return new Debtor(story.debtor.zone(), Set.of(StepChannel.EMAIL), Set.of(), hold);
    }

    private static Debtor refusing(Rehearsal story) {
        return new Debtor(story.debtor.zone(), Set.of(StepChannel.values()), Set.of(StepChannel.EMAIL), null);
    }

    private static Debtor unreachable(Rehearsal story) {
        return new Debtor(story.debtor.zone(), Set.of(), Set.of(), null);
    }

    private static void remindedThisMorning(Rehearsal story, SampleInvoice invoice) {
        story.contactedAt(story.now.minus(Duration.ofHours(2)));
    }
}
