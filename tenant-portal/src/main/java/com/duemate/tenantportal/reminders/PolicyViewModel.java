package com.duemate.tenantportal.reminders;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy while somebody edits it: always in the order of its days, one step in hand. Steps that count from the issue date or from
 * the last contact stand where they would for an invoice with {@value #USUAL_TERM} days to pay.
 */
class PolicyViewModel {

    static final int USUAL_TERM = 30;
    private static final int USUAL_GAP = 7;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Money> otherMinimums = new ArrayList<>();
    private final Draft before;
    private String name;
    private @Nullable Money minimum;
    private Grouping grouping;
    private String escalationName;
    private String escalationReplyTo;
    private @Nullable Node inHand;

    /** A step that can move; the same object wherever it moves to. */
    static final class Node {

        private int offset;
        private Timing timing;
        private List<StepChannel> channels;
        private Tone tone;
        private String template;
        private CatchUp catchUp;
        private boolean escalated;

        private Node(DraftStep step) {
            timing = step.timing();
            offset = timing.days();
            channels = step.channels();
            tone = step.tone();
            template = step.template();
            catchUp = step.catchUp();
            escalated = step.escalated();
        }

        /** Days from the due date, where the step would stand. */
        int offset() {
            return offset;
        }

        Timing timing() {
            return timing;
        }

        /** The one wanted, then those in its place. */
        List<StepChannel> channels() {
            return channels;
        }

        StepChannel channel() {
            return channels.getFirst();
        }

        Tone tone() {
            return tone;
        }

        CatchUp catchUp() {
            return catchUp;
        }

        boolean escalated() {
            return escalated;
        }

        private boolean follows() {
            return timing.anchor() == Anchor.LAST_CONTACT;
        }

        private DraftStep step() {
            return new DraftStep(timing, channels, template, tone, catchUp, escalated);
        }
    }

    /** @param home the currency whose minimum is edited; those in others stay as they are */
    PolicyViewModel(Draft draft, Currency home) {
        before = draft;
        name = draft.name();
        grouping = draft.grouping();
        escalationName = draft.escalation() == null ? "" : draft.escalation().name();
        escalationReplyTo = draft.escalation() == null ? "" : draft.escalation().replyTo();
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

    static boolean isOnDueDate(Node step) {
        return step.timing.anchor() == Anchor.DUE && step.timing.days() == 0;
    }

    boolean hasDueDay() {
        return isTaken(Anchor.DUE, 0);
    }

    /** A step on the due date. */
    void addOnDueDay() {
        add(0, Tone.FRIENDLY);
    }

    /** A step after the last one, at least as firm; in the next gap when there is no day left after it. */
    void addLater() {
        var last = nodes.isEmpty() ? null : nodes.getLast();
        int offset = last == null ? 0 : Math.min(last.offset + USUAL_GAP, Timing.MAX_DAYS);
        while (isTaken(Anchor.DUE, offset)) {
            offset--;
        }
        add(offset, last == null ? Tone.FRIENDLY : last.tone);
    }

    private void add(int offset, Tone tone) {
        if (isFull() || isTaken(Anchor.DUE, offset)) {
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
            if (!nodes.isEmpty() && nodes.getFirst().follows()) {
                var first = nodes.getFirst();
                int day = first.offset;
                while (isTaken(Anchor.DUE, day)) {
                    day--;
                }
                first.timing = new Timing(Anchor.DUE, day, first.timing.dayRule());
            }
            sort();
            inHand = nodes.isEmpty() ? null : nodes.get(Math.min(place, nodes.size() - 1));
        }
    }

    /** As {@link #move(Anchor, int)} with the anchor the step has. */
    boolean move(int days) {
        return inHand == null || move(inHand.timing.anchor(), days);
    }

    /** @return false when another step stands on that day, or it is out of range; nothing moves then */
    boolean move(Anchor anchor, int days) {
        var node = inHand;
        if (node == null || (node.timing.anchor() == anchor && node.timing.days() == days)) {
            return true;
        }
        boolean nothingBefore = anchor == Anchor.LAST_CONTACT && nodes.getFirst() == node;
        if (days < Timing.least(anchor) || days > Timing.MAX_DAYS || nothingBefore || isTaken(anchor, days)) {
            return false;
        }
        int before = node.offset;
        node.timing = new Timing(anchor, days, node.timing.dayRule());
        sort();
        if (Integer.signum(before) != Integer.signum(node.offset)) {
            node.template = template(node.offset);
        }
        return true;
    }

    void onDaysOff(DayRule rule) {
        if (inHand != null) {
            inHand.timing = new Timing(inHand.timing.anchor(), inHand.timing.days(), rule);
        }
    }

    void catchUp(CatchUp way) {
        if (inHand != null) {
            inHand.catchUp = way;
        }
    }

    void escalate(boolean escalated) {
        if (inHand != null) {
            inHand.escalated = escalated;
        }
    }

    void speak(Tone tone) {
        if (inHand != null) {
            inHand.tone = tone;
        }
    }

    void send(StepChannel channel) {
        if (inHand != null) {
            inHand.channels = channel.byHand() || inHand.channel().byHand()
                    ? Step.reaching(channel)
                    : Stream.concat(Stream.of(channel), inHand.channels.stream())
                            .distinct()
                            .toList();
            inHand.escalated &= channel != StepChannel.TASK;
        }
    }

    /** Which channels serve, in this order, where the one wanted has no address. */
    void orElse(Collection<StepChannel> others) {
        if (inHand != null) {
            var wanted = inHand.channel();
            inHand.channels = Stream.concat(
                            Stream.of(wanted),
                            others.stream().filter(other -> other != wanted).sorted())
                    .toList();
        }
    }

    Grouping grouping() {
        return grouping;
    }

    void group(Grouping by) {
        grouping = by;
    }

    String escalationName() {
        return escalationName;
    }

    String escalationReplyTo() {
        return escalationReplyTo;
    }

    /** Whom escalated steps come from; nobody when both are blank. */
    void escalateTo(String who, String replyTo) {
        escalationName = who;
        escalationReplyTo = replyTo;
    }

    boolean hasEscalation() {
        return !escalationName.isBlank() || !escalationReplyTo.isBlank();
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
        return new Draft(
                name.strip(),
                nodes.stream().map(Node::step).toList(),
                minimums,
                grouping,
                hasEscalation() ? new EscalatedSender(escalationName.strip(), escalationReplyTo.strip()) : null);
    }

    boolean isChanged() {
        var now = draft();
        return !now.name().equals(before.name())
                || !now.steps().equals(before.steps())
                || now.grouping() != before.grouping()
                || !Objects.equals(now.escalation(), before.escalation())
                || now.minimums().size() != before.minimums().size()
                || !now.minimums().containsAll(before.minimums());
    }

    private boolean isTaken(Anchor anchor, int days) {
        return anchor != Anchor.LAST_CONTACT
                && nodes.stream().anyMatch(node -> node.timing.anchor() == anchor && node.timing.days() == days);
    }

    /** In the order of their days; a step that counts from the contact before it stays behind the step it stands behind. */
    private void sort() {
        var chains = new ArrayList<List<Node>>();
        for (var node : nodes) {
            if (chains.isEmpty() || !node.follows()) {
                chains.add(new ArrayList<>());
            }
            chains.getLast().add(node);
        }
        chains.sort(Comparator.comparingInt(chain -> own(chain.getFirst())));
        nodes.clear();
        chains.forEach(nodes::addAll);
        int before = Integer.MIN_VALUE;
        for (var node : nodes) {
            node.offset = node.follows() ? before + node.timing.days() : Math.max(own(node), before);
            before = node.offset;
        }
    }

    private static int own(Node node) {
        return node.timing.anchor() == Anchor.ISSUED ? node.timing.days() - USUAL_TERM : node.timing.days();
    }

    private static DraftStep step(int offset, Tone tone) {
        return new DraftStep(offset, StepChannel.EMAIL, template(offset), tone);
    }

    private static String template(int offset) {
        return offset < 0 ? "reminder.upcoming" : offset == 0 ? "reminder.due" : "reminder.overdue";
    }
}
