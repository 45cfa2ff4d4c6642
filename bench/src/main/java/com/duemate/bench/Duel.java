package com.duemate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two contestants at the same work, in turns: ours, theirs, theirs, ours, after a warm-up that does not count. A round is one of
 * ours beside the one of theirs next to it.
 */
final class Duel {

    private static boolean allCorrect = true;

    private Duel() {}

    /** One run of a contestant. */
    @FunctionalInterface
    interface Contestant {

        Run run() throws Exception;
    }

    /**
     * @param rate items a second, or a CPU-second
     * @param wrong what was not as it must be; empty when the run counts
     */
    record Run(double rate, List<String> wrong) {}

    /**
     * Prints each run, then {@code BENCH <name> ratio=<median> worst=<worst> correct=<yes|no>}.
     *
     * @param rounds at least 2, even
     * @return the median of the rounds' ratios
     */
    static double fight(String name, int rounds, Contestant ours, Contestant theirs) throws Exception {
        var wrong = new ArrayList<String>();
        run(name, "ours, warming up", ours, wrong);
        run(name, "theirs, warming up", theirs, wrong);
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                var mine = run(name, "ours", ours, wrong);
                ratios.add(mine / run(name, "theirs", theirs, wrong));
            } else {
                var other = run(name, "theirs", theirs, wrong);
                ratios.add(run(name, "ours", ours, wrong) / other);
            }
        }
        return report(name, ratios, wrong);
    }

    /** Prints {@code BENCH <name> ratio=<median> worst=<worst> correct=<yes|no>}. @return the median */
    static double report(String name, List<Double> ratios, List<String> wrong) {
        var sorted = ratios.stream().sorted().toList();
        double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        allCorrect &= wrong.isEmpty();
        wrong.forEach(each -> System.out.println("  WRONG " + each));
        System.out.printf(
                Locale.ROOT,
                "BENCH %s ratio=%.2f worst=%.2f correct=%s%n",
                name,
                median,
                sorted.getFirst(),
                wrong.isEmpty() ? "yes" : "no");
        return median;
    }

    /** What must hold beside the rounds. */
    static void check(boolean holds, String otherwise) {
        if (!holds) {
            allCorrect = false;
            System.out.println("  WRONG " + otherwise);
        }
    }

    static boolean allCorrect() {
        return allCorrect;
    }

    private static double run(String name, String who, Contestant contestant, List<String> wrong) throws Exception {
        var run = contestant.run();
        wrong.addAll(run.wrong());
        System.out.printf(
                Locale.ROOT,
                "  %s, %s: %,.0f/s (load %.2f)%s%n",
                name,
                who,
                run.rate(),
                Machine.load(),
                run.wrong().isEmpty() ? "" : " WRONG");
        return run.rate();
    }
}
