package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.TemplateProblem;
import com.duemate.platform.notifications.TemplateProblem.Part;
import com.duemate.platform.notifications.TemplateProblem.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one part of a template. */
final class Problems {

    private static final int MOST = 50;

    private final Part part;
    private final String source;
    private final List<TemplateProblem> found = new ArrayList<>();

    Problems(Part part, String source) {
        this.part = part;
        this.source = source;
    }

    /** @param at index into the source */
    void add(Reason reason, int at, String what) {
        if (found.size() == MOST) {
            return;
        }
        int line =
                1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
        found.add(new TemplateProblem(part, line, reason, Mustache.shortened(what)));
    }

    List<TemplateProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(TemplateProblem::line))
                .toList();
    }
}
