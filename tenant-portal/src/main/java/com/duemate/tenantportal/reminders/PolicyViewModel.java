package com.duemate.tenantportal.reminders;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A policy while somebody edits it: always in the order of its days, one step in hand. */
class PolicyViewModel {

    private static final int USUAL_GAP = 7;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Money> otherMinimums = new ArrayList<>();
    private final Draft before;
    private String name;
    private @Nullable Money minimum;
    private @Nullable Node inHand;

    /** A step that can move; the same object wherever it moves to. */
    static final class Node {

        private int offset;
        private StepChannel channel;
        private Tone tone;
        private String template;

        private Node(DraftStep step) {
            offset = step.offsetDays();
            channel = step.channel();
            tone = step.tone();
            template = step.template();
        }

        int offset() {
            return offset;
        }

        StepChannel channel() {
            return channel;
        }

        Tone tone() {
            return tone;
        }

        private DraftStep step() {
            return new DraftStep(offset, channel, template, tone);
        }
    }

    /** @param home the currency whose minimum is edited; those in others stay as they are */
    PolicyViewModel(Draft draft, Currency home) {
        before = draft;
        name = draft.name();
        draft.steps().stream().map(Node::new).forEach(nodes::add);
        for (var one : draft.minimums()) {
            if (one.currency().equals(home)) {
                minimum = one;
            } else {
                otherMinimums.add(one);
            }
        }
        sort();
        inHand = nodes.isEmpty() ? null : nodes.getFirst();
    }

    /** What somebody starts from who makes a new policy. */
    static Draft fresh() {
        return new Draft(
                "",
                List.of(step(-3, Tone.FRIENDLY), step(0, Tone.FRIENDLY), step(7, Tone.NEUTRAL), step(14, Tone.FIRM)),
                List.of());
    }

    List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    Optional<Node> inHand() {
        return Optional.ofNullable(inHand);
    }

    void take(Node node) {
        inHand = node;
    }

    /** Takes the step a problem is about into hand. @param position counted from 1 */
    void take(int position) {
        if (position >= 1 && position <= nodes.size()) {
            inHand = nodes.get(position - 1);
        }
    }

    boolean isFull() {
        return nodes.size() >= PolicyVersion.MAX_STEPS;
    }

    boolean hasDueDay() {
        return isTaken(0);
    }

    /** A step on the due date. */
    void addOnDueDay() {
        add(0, Tone.FRIENDLY);
    }

    /** A step after the last one, at least as firm; in the next gap when there is no day left after it. */
    void addLater() {
        var last = nodes.isEmpty() ? null : nodes.getLast();
        int offset = last == null ? 0 : Math.min(last.offset + USUAL_GAP, Step.MAX_OFFSET_DAYS);
        while (isTaken(offset)) {
            offset--;
        }
        add(offset, last == null ? Tone.FRIENDLY : last.tone);
    }

    private void add(int offset, Tone tone) {
        if (isFull() || isTaken(offset)) {
            return;
        }
        var node = new Node(step(offset, tone));
        nodes.add(node);
        sort();
        inHand = node;
    }

    void removeInHand() {
        if (inHand != null) {
            int place = nodes.indexOf(inHand);
            nodes.remove(inHand);
            inHand = nodes.isEmpty() ? null : nodes.get(Math.min(place, nodes.size() - 1));
        }
    }

    /** @return false when another step stands on that day, or it is out of range; nothing moves then */
    boolean move(int offset) {
        if (inHand == null || inHand.offset == offset) {
            return true;
        }
        if (offset < Step.MIN_OFFSET_DAYS || offset > Step.MAX_OFFSET_DAYS || isTaken(offset)) {
            return false;
        }
        if (Integer.signum(inHand.offset) != Integer.signum(offset)) {
            inHand.template = template(offset);
        }
        inHand.offset = offset;
        sort();
        return true;
    }

    void speak(Tone tone) {
        if (inHand != null) {
            inHand.tone = tone;
        }
    }

    void send(StepChannel channel) {
        if (inHand != null) {
            inHand.channel = channel;
        }
    }

    void rename(String text) {
        name = text;
    }

    Optional<Money> minimum() {
        return Optional.ofNullable(minimum);
    }

    void least(@Nullable Money amount) {
        minimum = amount;
    }

    Draft draft() {
        var minimums = new ArrayList<>(otherMinimums);
        if (minimum != null) {
            minimums.add(minimum);
        }
        return new Draft(name.strip(), nodes.stream().map(Node::step).toList(), minimums);
    }

    boolean isChanged() {
        var now = draft();
        return !now.name().equals(before.name())
                || !now.steps().equals(before.steps())
                || now.minimums().size() != before.minimums().size()
                || !now.minimums().containsAll(before.minimums());
    }

    private boolean isTaken(int offset) {
        return nodes.stream().anyMatch(node -> node.offset == offset);
    }

    private void sort() {
        nodes.sort(Comparator.comparingInt(Node::offset));
    }

    private static DraftStep step(int offset, Tone tone) {
        return new DraftStep(offset, StepChannel.EMAIL, template(offset), tone);
    }

    private static String template(int offset) {
        return offset < 0 ? "reminder.upcoming" : offset == 0 ? "reminder.due" : "reminder.overdue";
    }
}
