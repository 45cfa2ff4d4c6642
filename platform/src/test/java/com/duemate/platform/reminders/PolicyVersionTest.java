package com.duemate.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.PolicyProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyVersionTest {

    private static final PolicyId ID = new PolicyId(new UUID(0, 1));

    @Test
    void startsTenantsWithFiveStepsFromFriendlyToFirm() {
        assertThat(PolicyVersion.standard(ID, "Standard").steps())
                .extracting(step -> step.timing().days(), Step::tone)
                .containsExactly(
                        tuple(-3, Tone.FRIENDLY),
                        tuple(0, Tone.FRIENDLY),
                        tuple(7, Tone.NEUTRAL),
                        tuple(14, Tone.FIRM),
                        tuple(30, Tone.FIRM));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var refusal = catchThrowableOfType(
                InvalidPolicy.class,
                () -> new PolicyVersion(
                        ID,
                        1,
                        " ",
                        List.of(step(1, 7), step(2, 7), step(4, 3)),
                        List.of(Money.of(0, "EUR"), Money.of(500, "EUR"))));

        assertThat(refusal.problems())
                .containsExactly(
                        new PolicyProblem(Kind.NAME_MISSING, 0),
                        new PolicyProblem(Kind.OFFSET_TAKEN, 2),
                        new PolicyProblem(Kind.POSITION_WRONG, 4),
                        new PolicyProblem(Kind.OFFSET_OUT_OF_ORDER, 4),
                        new PolicyProblem(Kind.MINIMUM_NOT_POSITIVE, 0),
                        new PolicyProblem(Kind.MINIMUM_TWICE, 0));
    }

    @Test
    void takesTwentyStepsAndNoMore() {
        assertThat(version(steps(20)).steps()).hasSize(20);
        assertThat(problems(steps(21))).containsExactly(Kind.TOO_MANY_STEPS);
        assertThat(problems(List.of())).containsExactly(Kind.NO_STEPS);
    }

    @Test
    void holdsOffsetsWithinTheirLimits() {
        assertThat(version(List.of(step(1, -90), step(2, 365))).steps()).hasSize(2);
        for (int beyond : new int[] {-91, 366, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            var refusal = catchThrowableOfType(InvalidPolicy.class, () -> step(3, beyond));
            assertThat(refusal.problems()).containsExactly(new PolicyProblem(Kind.OFFSET_OUT_OF_RANGE, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Reminder", "../due", "due\n", ".due", "due}}"})
    void refusesTemplateNamesThatAreNone(String template) {
        var refusal = catchThrowableOfType(
                InvalidPolicy.class, () -> new Step(1, 0, StepChannel.EMAIL, template, Tone.NEUTRAL));

        assertThat(refusal.problems()).containsExactly(new PolicyProblem(Kind.TEMPLATE_WRONG, 1));
    }

    @Test
    void refusesDecisionsThatDoNotSayWhatTheirReasonNeeds() {
        var step = new StepKey(new InvoiceId(new UUID(0, 2)), 1, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Decision(step, Reason.PAST_DUE_DATE, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision(step, Reason.PAID, Map.of(Fact.LEVEL, "1")));
        assertThatIllegalArgumentException().isThrownBy(() -> Fact.DUE_ON.write(3));
    }

    private static List<Kind> problems(List<Step> steps) {
        return PolicyVersion.problems("Standard", steps, List.of(), null).stream()
                .map(PolicyProblem::kind)
                .toList();
    }

    private static PolicyVersion version(List<Step> steps) {
        return new PolicyVersion(ID, 1, "Standard", steps, List.of());
    }

    private static List<Step> steps(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> step(i, i)).toList();
    }

    private static Step step(int position, int offsetDays) {
        return new Step(position, offsetDays, StepChannel.EMAIL, "reminder.due", Tone.NEUTRAL);
    }
}
