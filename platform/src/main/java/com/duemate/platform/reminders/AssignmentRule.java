package com.duemate.platform.reminders;

import com.duemate.platform.kernel.OneLine;
import com.duemate.platform.reminders.RuleProblem.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives invoices a policy when all its conditions hold; as somebody typed it, checked by the front desk.
 *
 * @param name 1 to 80 characters, stripped
 * @param conditions 1 to 10
 */
public record AssignmentRule(String name, List<Condition> conditions, PolicyId policy) {

    public static final int MAX_RULES = 50;
    public static final int MAX_CONDITIONS = 10;
    public static final int MAX_NAME_LENGTH = 80;

    public AssignmentRule {
        name = name.strip();
        conditions = List.copyOf(conditions);
    }

    /** Everything wrong with the rules as they stand on paper, in their order; empty when nothing is. */
    public static List<RuleProblem> problems(List<AssignmentRule> rules) {
        var problems = new ArrayList<RuleProblem>();
        if (rules.size() > MAX_RULES) {
            problems.add(new RuleProblem(Kind.TOO_MANY_RULES, 0, 0));
        }
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).addProblems(i + 1, problems);
        }
        return problems;
    }

    private void addProblems(int position, List<RuleProblem> problems) {
        if (!OneLine.isVisible(name)) {
            problems.add(new RuleProblem(Kind.NAME_MISSING, position, 0));
        } else if (name.length() > MAX_NAME_LENGTH) {
            problems.add(new RuleProblem(Kind.NAME_TOO_LONG, position, 0));
        } else if (!OneLine.fits(name)) {
            problems.add(new RuleProblem(Kind.NAME_CHARACTERS, position, 0));
        }
        if (conditions.isEmpty()) {
            problems.add(new RuleProblem(Kind.NO_CONDITIONS, position, 0));
        } else if (conditions.size() > MAX_CONDITIONS) {
            problems.add(new RuleProblem(Kind.TOO_MANY_CONDITIONS, position, 0));
        }
        for (int i = 0; i < conditions.size(); i++) {
            int condition = i + 1;
            conditions.get(i).problem().ifPresent(kind -> problems.add(new RuleProblem(kind, position, condition)));
        }
    }
}
