package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.reminders.adaptive.Advice;
import com.duemate.platform.reminders.adaptive.Arm;
import com.duemate.platform.reminders.adaptive.UsualHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What advice may do to a step, and what it may not. */
class AdvicePropertiesTest {

    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final Advice TEN = new Advice.Given(new UsualHours(10, 11), Map.of());
    private static final SendHours AT_TWO =
            new SendHours(LocalTime.of(8, 0), LocalTime.of(21, 0), LocalTime.of(14, 0), Set.of(), Holidays.NONE);

    @Test
    void aReminderGoesOutAtTheCustomersHourAndSaysWhy() {
        var life = life(TEN, AT_TWO);
        life.add(SampleInvoice.dueOn("R-1", "2026-03-10"));

        life.walkFromStepToStep(Instant.parse("2026-03-10T23:00:00Z"));

        assertThat(life.letters()).containsExactly("2026-03-07 10:00 R-1/1 [R-1]", "2026-03-10 10:00 R-1/2 [R-1]");
        assertThat(life.decided.values()).allSatisfy(decision -> {
            assertThat(decision.reason()).isEqualTo(Reason.STEP_DUE);
            assertThat(decision.facts())
                    .containsEntry(Fact.ARM, "ADAPTED")
                    .containsEntry(Fact.AT, "10:00")
                    .containsEntry(Fact.USUAL_FROM, "10:00")
                    .containsEntry(Fact.USUAL_TO, "11:00")
                    .doesNotContainKey(Fact.POLICY_TONE);
        });
    }

    @Test
    void whoIsHeldOutHearsAtThePolicysHourInThePolicysTone() {
        var life = life(new Advice.Nothing(Advice.Why.HELD_OUT), AT_TWO);
        life.add(SampleInvoice.dueOn("R-1", "2026-03-10"));

        life.walkFromStepToStep(Instant.parse("2026-03-07T23:00:00Z"));

        assertThat(life.letters()).containsExactly("2026-03-07 14:00 R-1/1 [R-1]");
        assertThat(life.decided.values()).allSatisfy(decision -> assertThat(decision.facts())
                .containsEntry(Fact.ARM, "HELD_OUT")
                .doesNotContainKey(Fact.AT));
    }

    @Test
    void thinDataChangesNothing() {
        for (var why : List.of(Advice.Why.THIN, Advice.Why.NO_HABIT, Advice.Why.SWITCHED_OFF)) {
            var life = life(new Advice.Nothing(why), AT_TWO);
            life.add(SampleInvoice.dueOn("R-1", "2026-03-10"));
            life.walkFromStepToStep(Instant.parse("2026-03-07T23:00:00Z"));

            assertThat(life.letters()).containsExactly("2026-03-07 14:00 R-1/1 [R-1]");
            assertThat(life.decided.values())
                    .allSatisfy(decision -> assertThat(decision.facts()).doesNotContainKey(Fact.ARM));
        }
    }

    @Test
    void anHourIsNotClaimedWhereSomethingElsePutTheMessageOff() {
        var life = life(TEN, AT_TWO);
        life.add(SampleInvoice.dueOn("R-1", "2026-03-10"));
        life.sleepTo("2026-03-07T16:30");
        life.weigh();

        assertThat(life.letters()).containsExactly("2026-03-07 16:30 R-1/1 [R-1]");
        assertThat(life.decided.values()).allSatisfy(decision -> assertThat(decision.facts())
                .containsEntry(Fact.ARM, "ADAPTED")
                .doesNotContainKey(Fact.AT));
    }

    @Test
    void softerWordsAreChosenAndThePolicysAreNamed() {
        var life = life(new Advice.Given(null, Map.of(Tone.FIRM, Tone.NEUTRAL)), AT_TWO);
        var firm = SampleInvoice.STANDARD.steps().stream()
                .filter(step -> step.tone() == Tone.FIRM && !step.escalated())
                .findFirst()
                .orElseThrow();
        life.add(SampleInvoice.dueOn("R-1", "2026-02-10").withoutStepsBefore(firm.position()));
        life.walkFromStepToStep(Instant.parse("2026-05-01T00:00:00Z"));

        assertThat(life.sent)
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(sent.reminder().tone()).isNotEqualTo(Tone.FIRM));
        assertThat(life.decided.values()).anySatisfy(decision -> assertThat(decision.facts())
                .containsEntry(Fact.TONE, "NEUTRAL")
                .containsEntry(Fact.POLICY_TONE, "FIRM"));
    }

    @Property(tries = 2_000)
    void noStepMovesToAnotherDayOrOutOfItsHours(@ForAll long seed) {
        var random = new Random(seed);
        var zone = ZoneId.of(any(random, ZONES));
        var hours = hours(random);
        var advised = advice(random).hour(hours).orElse(null);
        var plain = new SendTimes(zone, hours);
        var adapted = new SendTimes(zone, hours, advised);
        var rules = zone.getRules();
        var jump = rules.nextTransition(Instant.ofEpochSecond(random.nextLong(0, 2_000_000_000L)));
        var day = jump == null
                ? LocalDate.ofEpochDay(random.nextInt(25_000))
                : jump.getDateTimeBefore().toLocalDate().minusDays(2);
        for (int i = 0; i < 5; i++, day = day.plusDays(1)) {
            var due = adapted.dueAt(day);
            assertThat(adapted.today(due)).isEqualTo(plain.today(plain.dueAt(day)));
            assertThat(adapted.isOpen(due)).isTrue();
            assertThat(adapted.today(due)).isAfterOrEqualTo(day);
        }
    }

    /** Whole lives of the same invoices with and without: the same messages on the same days, none past the budget (the rehearsal holds it). */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theSameMessagesGoOutOnTheSameDays(@ForAll long seed) {
        var random = new Random(seed);
        var hours = hours(random);
        var advice = advice(random);
        var plain = life(Advice.OFF, hours);
        var adapted = life(advice, hours);
        int invoices = 1 + random.nextInt(5);
        for (int i = 0; i < invoices; i++) {
            var due = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(40));
            plain.add(SampleInvoice.dueOn("R-" + i, due, SampleInvoice.STANDARD));
            adapted.add(SampleInvoice.dueOn("R-" + i, due, SampleInvoice.STANDARD));
        }
        var end = Instant.parse("2026-12-01T00:00:00Z");
        plain.walkFromStepToStep(end);
        adapted.walkFromStepToStep(end);

        assertThat(adapted.letters().stream()
                        .map(AdvicePropertiesTest::withoutTime)
                        .toList())
                .isNotEmpty()
                .isEqualTo(plain.letters().stream()
                        .map(AdvicePropertiesTest::withoutTime)
                        .toList());
        for (int i = 0; i < plain.sent.size(); i++) {
            int change = adapted.sent.get(i).reminder().tone().ordinal()
                    - plain.sent.get(i).reminder().tone().ordinal();
            assertThat(Math.abs(change)).isLessThanOrEqualTo(1);
        }
    }

    /** What is foretold is what the engine does, and what the backtest says it would have done. */
    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void engineForecastAndReplayAgree(@ForAll long seed) {
        var random = new Random(seed);
        var hours = hours(random);
        var life = life(advice(random), hours);
        var invoice = life.add(SampleInvoice.dueOn("R-1", LocalDate.of(2026, 4, 5), SampleInvoice.STANDARD));
        var end = life.now.plus(Duration.ofDays(200));
        var rows = invoice.waiting.stream()
                .map(step -> new StepRow(invoice.item().key(step), life.now, null, new StepRow.Place("(0,1)", "1")))
                .toList();
        var foretold = Forecast.of(life.situation(), rows, end).stream()
                .map(coming -> coming.at() + " " + coming.reminder().tone())
                .toList();
        var replayed = Replay.of(
                        life.situation().forReplay(),
                        SampleInvoice.STANDARD,
                        List.of(new PastInvoice(
                                invoice.id(),
                                invoice.number,
                                new PlanDays(invoice.issuedOn, invoice.dueOn, null),
                                invoice.open,
                                List.of())),
                        end)
                .sent()
                .stream()
                .map(sent -> sent.at() + " " + sent.reminder().tone())
                .toList();
        life.walkFromStepToStep(end);

        var sent = life.sent.stream()
                .map(each -> each.at() + " " + each.reminder().tone())
                .toList();
        assertThat(foretold).isEqualTo(sent);
        assertThat(replayed).isEqualTo(sent);
        var arms = life.decided.values().stream()
                .map(decision -> decision.facts().get(Fact.ARM))
                .filter(Arm.HELD_OUT.name()::equals)
                .toList();
        assertThat(arms).isEmpty();
    }

    static Advice advice(Random random) {
        int from = random.nextInt(24);
        var tones = new EnumMap<Tone, Tone>(Tone.class);
        for (var tone : Tone.values()) {
            int other = tone.ordinal() + (random.nextBoolean() ? 1 : -1);
            if (other >= 0 && other < Tone.values().length && random.nextBoolean()) {
                tones.put(tone, Tone.values()[other]);
            }
        }
        return new Advice.Given(new UsualHours(from, Math.min(24, from + 1 + random.nextInt(3))), tones);
    }

    private static SendHours hours(Random random) {
        int opens = random.nextInt(20);
        int closes = opens + 1 + random.nextInt(23 - opens);
        return new SendHours(
                LocalTime.of(opens, 15 * random.nextInt(4)),
                LocalTime.of(closes, 45),
                LocalTime.of(opens + random.nextInt(closes - opens), 45),
                random.nextBoolean() ? SendHours.WEEKEND : Set.of(),
                random.nextBoolean() ? new Holidays("PT") : Holidays.NONE);
    }

    private static Rehearsal life(Advice advice, SendHours hours) {
        var life = new Rehearsal("Europe/Lisbon", "2026-01-15T00:00");
        life.hours = hours;
        life.debtor = new Debtor(life.debtor.zone(), Set.of(StepChannel.values()), Set.of(), null, advice);
        return life;
    }

    private static String withoutTime(String letter) {
        return letter.substring(0, 10) + letter.substring(16);
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
