package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.reminders.Tone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells habits from what a customer did.
 *
 * <p><b>Hour.</b> The first act of each day counts. From {@value #FEWEST_ACTS} days on, the usual hours are the shortest run of one
 * to {@value #LONGEST_RUN} whole hours that holds two thirds of them; of runs as short, the one that holds most, then the earliest.
 *
 * <p><b>Tone.</b> From {@value #FEWEST_ANSWERS} reminders of a tone on it is known how often payment came soon after. Softer words
 * serve where four fifths of them were answered, and no fewer than of the step's own. Harsher words serve where the share they were
 * answered in is higher by at least 30 points. Where both hold, the softer.
 */
final class Habits {

    static final int FEWEST_ACTS = 6;
    static final int LONGEST_RUN = 3;
    static final int FEWEST_ANSWERS = 5;

    private static final double SOFT_IS_ENOUGH = 0.8;
    private static final double HARSH_IS_WORTH = 0.3;

    private Habits() {}

    /** @param paid reminders that payment followed soon */
    record Answers(int reminders, int paid) {

        private boolean enough() {
            return reminders >= FEWEST_ANSWERS;
        }

        private double share() {
            return (double) paid / reminders;
        }
    }

    /** @param acts by the customer's own clock, in any order */
    static Finding of(Collection<LocalDateTime> acts, Map<Tone, Answers> answers) {
        var first = new TreeMap<LocalDate, Integer>();
        acts.forEach(at -> first.merge(at.toLocalDate(), at.getHour(), Math::min));
        return new Finding(
                first.size(),
                first.size() < FEWEST_ACTS
                        ? null
                        : usual(List.copyOf(first.values())).orElse(null),
                tones(answers));
    }

    private static Optional<UsualHours> usual(List<Integer> hours) {
        int enough = (2 * hours.size() + 2) / 3;
        for (int run = 1; run <= LONGEST_RUN; run++) {
            int best = 0;
            long most = 0;
            for (int from = 0; from + run <= 24; from++) {
                int first = from;
                int end = from + run;
                long held = hours.stream()
                        .filter(hour -> hour >= first && hour < end)
                        .count();
                if (held > most) {
                    most = held;
                    best = from;
                }
            }
            if (most >= enough) {
                return Optional.of(new UsualHours(best, best + run));
            }
        }
        return Optional.empty();
    }

    private static Map<Tone, Tone> tones(Map<Tone, Answers> answers) {
        var tones = new EnumMap<Tone, Tone>(Tone.class);
        for (var wanted : Tone.values()) {
            if (wanted != Tone.FRIENDLY && softerServes(answers, wanted, level(wanted, -1))) {
                tones.put(wanted, level(wanted, -1));
            } else if (wanted != Tone.FIRM && harsherServes(answers, wanted, level(wanted, 1))) {
                tones.put(wanted, level(wanted, 1));
            }
        }
        return tones;
    }

    private static boolean softerServes(Map<Tone, Answers> answers, Tone wanted, Tone softer) {
        var soft = answers.get(softer);
        var own = answers.get(wanted);
        return soft != null
                && soft.enough()
                && soft.share() >= SOFT_IS_ENOUGH
                && (own == null || !own.enough() || soft.share() >= own.share());
    }

    private static boolean harsherServes(Map<Tone, Answers> answers, Tone wanted, Tone harsher) {
        var harsh = answers.get(harsher);
        var own = answers.get(wanted);
        return harsh != null
                && own != null
                && harsh.enough()
                && own.enough()
                && harsh.share() - own.share() >= HARSH_IS_WORTH;
    }

    private static Tone level(Tone tone, int by) {
        return Tone.values()[tone.ordinal() + by];
    }
}
