package com.duemate.platform.reminders.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.reminders.adaptive.Habits.Answers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HabitsTest {

    @Test
    void findsTheShortestRunOfHoursThatHoldsTwoThirds() {
        assertThat(usual(10, 10, 10, 10, 10, 10)).isEqualTo(new UsualHours(10, 11));
        assertThat(usual(9, 10, 9, 10, 9, 10)).isEqualTo(new UsualHours(9, 11));
        assertThat(usual(20, 10, 10, 3, 10, 10)).isEqualTo(new UsualHours(10, 11));
        assertThat(usual(14, 15, 16, 14, 15, 16)).isEqualTo(new UsualHours(14, 16));
        assertThat(usual(14, 16, 18, 14, 16, 15)).isEqualTo(new UsualHours(14, 17));
        assertThat(usual(23, 23, 23, 23, 23, 22)).isEqualTo(new UsualHours(23, 24));
    }

    @Test
    void saysNothingOfThinDataOrOfNoHabit() {
        assertThat(Habits.of(acts(10, 10, 10, 10, 10), Map.of()).usual()).isNull();
        assertThat(Habits.of(acts(2, 6, 10, 14, 18, 22), Map.of()).usual()).isNull();
        assertThat(Habits.of(acts(10, 10, 10, 10, 10), Map.of()).advice(Leeway.KEEP, SendHours.STANDARD, false))
                .isEqualTo(new Advice.Nothing(Advice.Why.THIN));
        assertThat(Habits.of(acts(2, 6, 10, 14, 18, 22), Map.of()).advice(Leeway.KEEP, SendHours.STANDARD, false))
                .isEqualTo(new Advice.Nothing(Advice.Why.NO_HABIT));
    }

    @Test
    void countsADayOnceByItsFirstAct() {
        var day = LocalDate.of(2026, 3, 2);
        var many = List.of(
                day.atTime(10, 5),
                day.atTime(10, 6),
                day.atTime(10, 7),
                day.atTime(10, 8),
                day.atTime(9, 0),
                day.atTime(10, 9));
        assertThat(Habits.of(many, Map.of())).isEqualTo(new Finding(1, null, Map.of()));
    }

    @Test
    void softerWordsServeWhereTheyWereAnsweredAndHarsherOnesWhereTheyMadeADifference() {
        assertThat(tones(Map.of(Tone.NEUTRAL, new Answers(5, 4)))).containsEntry(Tone.FIRM, Tone.NEUTRAL);
        assertThat(tones(Map.of(Tone.NEUTRAL, new Answers(4, 4)))).isEmpty();
        assertThat(tones(Map.of(Tone.NEUTRAL, new Answers(10, 8), Tone.FIRM, new Answers(10, 9))))
                .isEmpty();
        assertThat(tones(Map.of(Tone.NEUTRAL, new Answers(10, 2), Tone.FIRM, new Answers(10, 6))))
                .containsExactly(Map.entry(Tone.NEUTRAL, Tone.FIRM));
        assertThat(tones(Map.of(Tone.NEUTRAL, new Answers(10, 4), Tone.FIRM, new Answers(10, 6))))
                .isEmpty();
    }

    @Test
    void aToneChangesNoFurtherThanTheTenantAllows() {
        var both = new Finding(9, null, Map.of(Tone.FIRM, Tone.NEUTRAL, Tone.FRIENDLY, Tone.NEUTRAL));

        assertThat(both.advice(Leeway.KEEP, SendHours.STANDARD, false).arm()).isEmpty();
        var softer = both.advice(Leeway.SOFTER, SendHours.STANDARD, false);
        assertThat(softer.tone(Tone.FIRM)).isEqualTo(Tone.NEUTRAL);
        assertThat(softer.tone(Tone.FRIENDLY)).isEqualTo(Tone.FRIENDLY);
        assertThat(both.advice(Leeway.EITHER, SendHours.STANDARD, false).tone(Tone.FRIENDLY))
                .isEqualTo(Tone.NEUTRAL);
        assertThatThrownBy(() -> new Advice.Given(null, Map.of(Tone.FIRM, Tone.FRIENDLY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anHourIsOneOfThoseAtWhichMessagesMayGoOut() {
        assertThat(hour(new UsualHours(10, 11), 8, 21)).contains(LocalTime.of(10, 0));
        assertThat(hour(new UsualHours(6, 9), 8, 21)).contains(LocalTime.of(8, 0));
        assertThat(hour(new UsualHours(6, 8), 8, 21)).isEmpty();
        assertThat(hour(new UsualHours(21, 24), 8, 21)).isEmpty();
        assertThat(hour(new UsualHours(22, 24), 8, 23)).contains(LocalTime.of(22, 0));
    }

    @Test
    void whoIsHeldOutIsOneThereWouldBeAdviceFor() {
        var habit = new Finding(9, new UsualHours(9, 11), Map.of());
        assertThat(habit.advice(Leeway.KEEP, SendHours.STANDARD, true).arm()).contains(Arm.HELD_OUT);
        assertThat(habit.advice(Leeway.KEEP, SendHours.STANDARD, true).hour(SendHours.STANDARD))
                .isEmpty();
        assertThat(Finding.NONE.advice(Leeway.KEEP, SendHours.STANDARD, true).arm())
                .isEmpty();
    }

    private static java.util.Optional<LocalTime> hour(UsualHours usual, int opens, int closes) {
        var hours = new SendHours(
                LocalTime.of(opens, 0), LocalTime.of(closes, 0), LocalTime.of(12, 0), Set.of(), Holidays.NONE);
        return new Finding(9, usual, Map.of()).advice(Leeway.KEEP, hours, false).hour(hours);
    }

    private static Map<Tone, Tone> tones(Map<Tone, Answers> answers) {
        return Habits.of(List.of(), answers).tones();
    }

    private static UsualHours usual(int... hours) {
        return java.util.Objects.requireNonNull(Habits.of(acts(hours), Map.of()).usual());
    }

    /** One act a day at these hours, in disorder. */
    private static List<LocalDateTime> acts(int... hours) {
        var acts = new ArrayList<LocalDateTime>();
        for (int i = 0; i < hours.length; i++) {
            acts.addFirst(LocalDate.of(2026, 1, 1).plusDays(7L * i).atTime(hours[i], 17));
        }
        assertThat(acts).hasSize((int) Arrays.stream(hours).count());
        return acts;
    }
}
