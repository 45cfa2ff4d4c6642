package com.duemate.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by name. */
public final class Bench {

    private static final Map<String, Measured> ALL =
            new TreeMap<>(Map.of("pdf", PdfDuel::run, "due-engine", DueEngineBench::run));

    private Bench() {}

    /** A benchmark; whatever it measured it tells by {@link Duel}. */
    @FunctionalInterface
    interface Measured {

        /** @param quick a smaller setting that ends in under three minutes */
        void run(boolean quick) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var measured = words.isEmpty() ? null : ALL.get(words.getFirst());
        if (measured == null
                || words.size() > 2
                || (words.size() == 2 && !words.getLast().equals("--short"))) {
            System.err.println("bench/run <" + String.join("|", ALL.keySet()) + "> [--short]");
            System.exit(2);
            return;
        }
        Machine.describe(System.out);
        measured.run(words.size() == 2);
        System.exit(Duel.allCorrect() ? 0 : 1);
    }
}
