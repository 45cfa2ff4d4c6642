package com.duemate.platform.reminders;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The outcome of weighing one step, with its reason and the inputs it turned on.
 *
 * @param facts all those of the reason, and some of its asides, each as {@link Fact#write} writes it
 */
public record Decision(StepKey step, Reason reason, Map<Fact, String> facts) {

    public Decision {
        var copy = new EnumMap<Fact, String>(Fact.class);
        copy.putAll(facts);
        var besides = EnumSet.noneOf(Fact.class);
        besides.addAll(copy.keySet());
        besides.removeAll(reason.facts());
        if (!copy.keySet().containsAll(reason.facts()) || !reason.asides().containsAll(besides)) {
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

    /**
     * The decision as a person reads it, in the reader's language and zone.
     *
     * @throws com.duemate.themes.text.MissingText when the texts are strict and lack the reason
     */
    public String sentence(Texts texts, Formats formats) {
        var arguments = new HashMap<String, Object>();
        for (var fact : facts.keySet()) {
            arguments.put(
                    fact.argument(),
                    switch (fact(fact)) {
                        case Instant moment -> formats.dateTime(moment);
                        case LocalDate day -> formats.date(day);
                        case LocalTime time ->
                            formats.time(LocalDate.EPOCH
                                    .atTime(time)
                                    .atZone(formats.zone())
                                    .toInstant());
                        case Money amount -> formats.money(amount.minor(), amount.currency());
                        case Object numberOrWord -> numberOrWord;
                    });
        }
        var sentences = new StringJoiner(" ").add(texts.text(formats.locale(), reason.textKey(), arguments));
        asides().forEach(key -> sentences.add(texts.text(formats.locale(), key, arguments)));
        return sentences.toString();
    }

    private List<String> asides() {
        var keys = new ArrayList<String>();
        if (facts.containsKey(Fact.AT)) {
            keys.add("reminders.aside.HOUR");
        }
        if (facts.containsKey(Fact.POLICY_TONE)) {
            keys.add("reminders.aside.TONE");
        }
        if ("HELD_OUT".equals(facts.get(Fact.ARM))) {
            keys.add("reminders.aside.HELD_OUT");
        }
        return keys;
    }

    /** When a step that waits is weighed again; empty when the decision is final. */
    public Optional<Instant> until() {
        return Optional.ofNullable(facts.get(Fact.UNTIL)).map(Instant::parse);
    }
}
