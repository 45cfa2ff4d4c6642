package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Assignments.Match;
import com.duemate.platform.reminders.Assignments.Preview;
import com.duemate.platform.reminders.Assignments.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts what each rule would take of the invoices it is shown, and keeps the first of them. */
class Counting {

    /** How many open invoices a preview looks through. */
    static final int MOST = 100_000;

    private static final int KEPT = 20;

    private final Assigning assigning;
    private final List<Pile> piles;
    private int moving;

    Counting(Assigning assigning) {
        this.assigning = assigning;
        piles = IntStream.rangeClosed(0, assigning.rules().size())
                .mapToObj(_ -> new Pile())
                .toList();
    }

    void add(TraitsReading.Owed owed) {
        int place = assigning.placeOf(owed.traits());
        piles.get(place).add(owed);
        if (owed.running() != null && !owed.running().equals(assigning.policyAt(place))) {
            moving++;
        }
    }

    Preview preview(boolean complete) {
        var taken = piles.stream().map(Pile::taken).toList();
        return new Preview(taken.subList(0, taken.size() - 1), taken.getLast(), moving, complete);
    }

    private static final class Pile {

        private final Map<String, Money> open = new TreeMap<>();
        private final List<Match> first = new ArrayList<>();
        private int count;

        void add(TraitsReading.Owed owed) {
            count++;
            open.merge(owed.open().currencyCode(), owed.open(), Money::plus);
            if (first.size() < KEPT) {
                var traits = owed.traits();
                first.add(new Match(
                        traits.id(),
                        traits.number(),
                        traits.customer().id(),
                        traits.customer().name(),
                        owed.open(),
                        owed.dueOn()));
            }
        }

        Taken taken() {
            return new Taken(count, List.copyOf(open.values()), List.copyOf(first));
        }
    }
}
