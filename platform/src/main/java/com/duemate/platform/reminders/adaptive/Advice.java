package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Tone;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the best hour and tone for a customer, or why there is nothing to say. */
public sealed interface Advice {

    Advice OFF = new Nothing(Why.SWITCHED_OFF);

    enum Why {
        SWITCHED_OFF,
        /** Too little is known of the customer. */
        THIN,
        /** It acts at any hour, or at hours at which nothing may go out. */
        NO_HABIT,
        /** The customer is one of those whose reminders stay as the policy says, for comparison. */
        HELD_OUT
    }

    /**
     * @param usual null when the hour is the policy's
     * @param tones which tone serves where a step asks for another; each one level away
     */
    record Given(@Nullable UsualHours usual, Map<Tone, Tone> tones) implements Advice {

        /** @throws IllegalArgumentException for a tone that is not one level away */
        public Given {
            tones = Map.copyOf(tones);
            tones.forEach((wanted, advised) -> {
                if (!Leeway.EITHER.allows(wanted, advised)) {
                    throw new IllegalArgumentException(wanted + " cannot become " + advised);
                }
            });
        }
    }

    record Nothing(Why why) implements Advice {}

    /** When steps go out on their day instead of at the preferred time; empty for then. */
    default Optional<LocalTime> hour(SendHours hours) {
        return usualHours().flatMap(usual -> usual.firstWithin(hours));
    }

    default Optional<UsualHours> usualHours() {
        return this instanceof Given given ? Optional.ofNullable(given.usual) : Optional.empty();
    }

    default Tone tone(Tone wanted) {
        return this instanceof Given given ? given.tones.getOrDefault(wanted, wanted) : wanted;
    }

    /** Empty for a customer who is not compared. */
    default Optional<Arm> arm() {
        return switch (this) {
            case Given _ -> Optional.of(Arm.ADAPTED);
            case Nothing(Why why) -> why == Why.HELD_OUT ? Optional.of(Arm.HELD_OUT) : Optional.empty();
        };
    }
}
