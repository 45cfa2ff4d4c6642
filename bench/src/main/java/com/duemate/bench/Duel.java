package com.duemate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Contestants at the same work, in turns: ours, theirs, theirs, ours, after a warm-up that does not count. A round is one of
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

    /** Who is measured beside us, on a line of its own. */
    static final class Rival {

        private final String line;
        private final Contestant contestant;
        private final List<Double> ratios = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private double rate;

        Rival(String line, Contestant contestant) {
            this.line = line;
            this.contestant = contestant;
        }

        private void run(String who) throws Exception {
            rate = Duel.run(line, who, contestant, wrong);
        }
    }

    /** As {@link #fight(int, Contestant, List)} with one rival. @return the median of the rounds' ratios */
    static double fight(String name, int rounds, Contestant ours, Contestant theirs) throws Exception {
        return fight(rounds, ours, List.of(new Rival(name, theirs))).getFirst();
    }

    /**
     * One run of ours beside one of each rival's in every round. Prints each run, then for each rival {@code BENCH <name>
     * ratio=<median> worst=<worst> correct=<yes|no>}.
     *
     * @param rounds at least 2, even
     * @return the medians of the rounds' ratios, in the rivals' order
     */
    static List<Double> fight(int rounds, Contestant ours, List<Rival> rivals) throws Exception {
        var lines = rivals.stream().map(rival -> rival.line).collect(Collectors.joining(", "));
        var wrong = new ArrayList<String>();
        run(lines, "ours, warming up", ours, wrong);
        for (var rival : rivals) {
            rival.run("theirs, warming up");
        }
        for (int round = 0; round < rounds; round++) {
            double rate;
            if (round % 2 == 0) {
                rate = run(lines, "ours", ours, wrong);
                theirs(rivals);
            } else {
                theirs(rivals.reversed());
                rate = run(lines, "ours", ours, wrong);
            }
            for (var rival : rivals) {
                rival.ratios.add(rate / rival.rate);
            }
        }
        var medians = new ArrayList<Double>();
        for (var rival : rivals) {
            rival.wrong.addAll(wrong);
            medians.add(report(rival.line, rival.ratios, rival.wrong));
        }
        return medians;
    }

    private static void theirs(List<Rival> rivals) throws Exception {
        for (var rival : rivals) {
            rival.run("theirs");
        }
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
