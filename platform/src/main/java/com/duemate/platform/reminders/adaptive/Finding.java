package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Tone;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Advisor} found of a customer, before anybody asks whether it may be used.
 *
 * @param acts days on which the customer acted and which count
 * @param usual null when there is no habit, or not enough to tell
 * @param tones which tone serves where a step asks for another
 */
record Finding(int acts, @Nullable UsualHours usual, Map<Tone, Tone> tones) {

    static final Finding NONE = new Finding(0, null, Map.of());

    Finding {
        tones = Map.copyOf(tones);
    }

    boolean isEmpty() {
        return acts == 0 && tones.isEmpty();
    }

    boolean advisesAs(Finding other) {
        return java.util.Objects.equals(usual, other.usual) && tones.equals(other.tones);
    }

    /** Whoever is held out must be one for whom there would be advice, or the comparison would be between unlike customers. */
    Advice advice(Leeway leeway, SendHours hours, boolean heldOut) {
        var allowed = tones.entrySet().stream()
                .filter(each -> leeway.allows(each.getKey(), each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var reachable = usual != null && usual.firstWithin(hours).isPresent() ? usual : null;
        if (reachable == null && allowed.isEmpty()) {
            return new Advice.Nothing(acts < Habits.FEWEST_ACTS ? Advice.Why.THIN : Advice.Why.NO_HABIT);
        }
        return heldOut ? new Advice.Nothing(Advice.Why.HELD_OUT) : new Advice.Given(reachable, allowed);
    }
}
