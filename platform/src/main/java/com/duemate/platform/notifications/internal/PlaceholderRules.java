package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.TemplateProblem.Reason;
import com.duemate.platform.notifications.internal.Vocabulary.Sort;
import com.duemate.platform.notifications.internal.Vocabulary.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every name is known where it stands, every block is closed, and no part holds what it cannot hold. */
final class PlaceholderRules {

    private static final int DEEPEST = 6;

    private final Vocabulary vocabulary;
    private final Set<Sort> allowed;
    private final Problems problems;
    private final Deque<Mustache> open = new ArrayDeque<>();

    /** @param allowed sorts of placeholders this part can show */
    PlaceholderRules(Vocabulary vocabulary, Set<Sort> allowed, Problems problems) {
        this.vocabulary = vocabulary;
        this.allowed = EnumSet.copyOf(allowed);
        this.problems = problems;
    }

    void check(List<Mustache> mustaches) {
        for (var mustache : mustaches) {
            switch (mustache.sort()) {
                case UNKNOWN -> problems.add(Reason.NOT_UNDERSTOOD, mustache.from(), mustache.name());
                case VALUE -> value(mustache);
                case IF -> {
                    known(mustache);
                    enter(mustache);
                }
                case EACH -> {
                    list(mustache);
                    enter(mustache);
                }
                case ELSE -> inside(mustache);
                case END -> leave(mustache);
            }
        }
        open.forEach(unclosed -> problems.add(Reason.BLOCKS_NOT_PAIRED, unclosed.from(), unclosed.name()));
    }

    private void value(Mustache mustache) {
        var term = terms().get(mustache.name());
        if (term == null) {
            problems.add(Reason.UNKNOWN_PLACEHOLDER, mustache.from(), mustache.name());
        } else if (!allowed.contains(term.sort()) || (term.sort() == Sort.BLOCK && isInList())) {
            problems.add(Reason.MISPLACED, mustache.from(), mustache.name());
        } else if (term.optional() && !isAskedFor(mustache.name())) {
            problems.add(Reason.MAYBE_MISSING, mustache.from(), mustache.name());
        }
    }

    private void known(Mustache mustache) {
        if (!terms().containsKey(mustache.name()) && !vocabulary.lists().containsKey(mustache.name())) {
            problems.add(Reason.UNKNOWN_PLACEHOLDER, mustache.from(), mustache.name());
        }
    }

    private void list(Mustache mustache) {
        if (isInList() || !allowed.contains(Sort.BLOCK) || !vocabulary.lists().containsKey(mustache.name())) {
            problems.add(Reason.UNKNOWN_LIST, mustache.from(), mustache.name());
        }
    }

    private void enter(Mustache mustache) {
        if (open.size() >= DEEPEST) {
            problems.add(Reason.BLOCKS_NOT_PAIRED, mustache.from(), mustache.name());
        }
        open.push(mustache);
    }

    private void inside(Mustache mustache) {
        if (open.isEmpty()) {
            problems.add(Reason.BLOCKS_NOT_PAIRED, mustache.from(), mustache.name());
        }
    }

    private void leave(Mustache end) {
        var block = open.poll();
        if (block == null || (block.sort() == Mustache.Sort.IF) != end.name().equals("if")) {
            problems.add(Reason.BLOCKS_NOT_PAIRED, end.from(), end.name());
        }
    }

    private boolean isInList() {
        return open.stream().anyMatch(block -> block.sort() == Mustache.Sort.EACH);
    }

    private boolean isAskedFor(String name) {
        return open.stream()
                .anyMatch(block ->
                        block.sort() == Mustache.Sort.IF && block.name().equals(name));
    }

    private Map<String, Term> terms() {
        var terms = new HashMap<>(vocabulary.terms());
        for (var block : open) {
            if (block.sort() == Mustache.Sort.EACH) {
                terms.putAll(vocabulary.lists().getOrDefault(block.name(), Map.of()));
            }
        }
        return terms;
    }
}
