package com.duemate.platform.reminders;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of weighing one step, with its reason and the inputs it turned on.
 *
 * @param facts exactly those of the reason, each as {@link Fact#write} writes it
 */
public record Decision(StepKey step, Reason reason, Map<Fact, String> facts) {

    public Decision {
        var copy = new EnumMap<Fact, String>(Fact.class);
        copy.putAll(facts);
        if (!copy.keySet().equals(reason.facts())) {
            throw new IllegalArgumentException(reason + " is told by " + reason.facts() + ", not " + copy.keySet());
        }
        facts = Collections.unmodifiableMap(copy);
    }

    public Outcome outcome() {
        return reason.outcome();
    }

    /**
     * One input, in its own type.
     *
     * @throws IllegalArgumentException when the reason does not speak of it
     */
    public Object fact(Fact fact) {
        var text = facts.get(fact);
        if (text == null) {
            throw new IllegalArgumentException(reason + " does not speak of " + fact);
        }
        return fact.read(text);
    }

    /** When a step that waits is weighed again; empty when the decision is final. */
    public Optional<Instant> until() {
        return Optional.ofNullable(facts.get(Fact.UNTIL)).map(Instant::parse);
    }
}
