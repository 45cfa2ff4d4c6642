package com.duemate.tenantportal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import com.duemate.tenantportal.reminders.PolicyViewModel.Node;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyViewModelTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final PolicyViewModel model = new PolicyViewModel(
            new Draft(
                    "Standard",
                    List.of(step(-3, "reminder.upcoming"), step(7, "reminder.overdue"), step(30, "reminder.last")),
                    List.of(Money.of(500, "EUR"), Money.of(800, "USD"))),
            EUR);

    @Test
    void isUnchangedUntilSomebodyChangesIt() {
        assertThat(model.isChanged()).isFalse();
        model.rename(" Standard ");
        assertThat(model.isChanged()).isFalse();

        model.speak(Tone.FIRM);

        assertThat(model.isChanged()).isTrue();
    }

    @Test
    void keepsTheStepInHandWhileItMovesPastOthers() {
        model.take(3);

        assertThat(model.move(3)).isTrue();

        assertThat(offsets()).containsExactly(-3, 3, 7);
        assertThat(model.inHand()).contains(model.nodes().get(1));
    }

    @Test
    void movesOntoNoOtherStepAndNotOutOfRange() {
        assertThat(model.move(7)).isFalse();
        assertThat(model.move(Timing.MIN_DAYS_FROM_DUE - 1)).isFalse();
        assertThat(offsets()).containsExactly(-3, 7, 30);
    }

    @Test
    void takesTheTemplateOfTheNewSideAndKeepsItOnTheSame() {
        model.take(3);
        model.move(45);
        assertThat(model.draft().steps().getLast().template()).isEqualTo("reminder.last");

        model.move(-10);

        assertThat(model.draft().steps().getFirst().template()).isEqualTo("reminder.upcoming");
    }

    @Test
    void addsAfterTheLastStepAndFindsRoomAtTheEnd() {
        model.addLater();
        assertThat(offsets()).containsExactly(-3, 7, 30, 37);
        model.move(Timing.MAX_DAYS);

        model.addLater();

        assertThat(offsets()).endsWith(Timing.MAX_DAYS - 1, Timing.MAX_DAYS);
    }

    @Test
    void addsNoMoreThanAPolicyHolds() {
        while (!model.isFull()) {
            model.addLater();
        }
        model.addOnDueDay();

        assertThat(model.nodes()).hasSize(PolicyVersion.MAX_STEPS);
    }

    @Test
    void takesTheNeighbourIntoHandWhenAStepGoes() {
        model.take(3);
        model.removeInHand();
        assertThat(model.inHand()).map(Node::offset).contains(7);

        model.removeInHand();
        model.removeInHand();

        assertThat(model.inHand()).isEmpty();
        assertThat(model.draft().steps()).isEmpty();
    }

    @Test
    void leavesMinimumsOfOtherCurrenciesAlone() {
        model.least(null);
        assertThat(model.draft().minimums()).containsExactly(Money.of(800, "USD"));

        model.least(Money.of(1_000, "EUR"));

        assertThat(model.draft().minimums()).containsExactly(Money.of(800, "USD"), Money.of(1_000, "EUR"));
    }

    @Test
    void keepsAStepThatCountsFromTheLastContactBehindTheStepItStandsBehind() {
        model.take(3);
        assertThat(model.move(Anchor.LAST_CONTACT, 5)).isTrue();
        assertThat(offsets()).containsExactly(-3, 7, 12);

        model.take(2);
        model.move(20);
        assertThat(offsets()).containsExactly(-3, 20, 25);

        model.take(1);
        assertThat(model.move(Anchor.LAST_CONTACT, 5)).isFalse();
        assertThat(model.move(Anchor.ISSUED, 10)).isTrue();
        assertThat(offsets()).containsExactly(-20, 20, 25);
        model.removeInHand();
        model.removeInHand();
        assertThat(model.draft().steps()).extracting(DraftStep::timing).containsExactly(Timing.due(25));
    }

    @Test
    void wantsNoOtherWayWhereAPersonDoesIt() {
        model.orElse(Set.of(StepChannel.TASK, StepChannel.SMS));
        assertThat(model.draft().steps().getFirst().channels())
                .containsExactly(StepChannel.EMAIL, StepChannel.SMS, StepChannel.TASK);

        model.send(StepChannel.TASK);

        assertThat(model.draft().steps().getFirst().channels()).containsExactly(StepChannel.TASK);
    }

    private List<Integer> offsets() {
        return model.nodes().stream().map(Node::offset).toList();
    }

    private static DraftStep step(int offset, String template) {
        return new DraftStep(offset, StepChannel.EMAIL, template, Tone.FRIENDLY);
    }
}
