package com.duemate.platform.reminders;

import java.util.List;

/** A policy or step that must not exist; carries everything that is wrong with it, at least one problem. */
public final class InvalidPolicy extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    public InvalidPolicy(List<PolicyProblem> problems) {
        super("invalid policy: " + problems);
        this.problems = List.copyOf(problems);
    }

    public List<PolicyProblem> problems() {
        return problems;
    }
}
