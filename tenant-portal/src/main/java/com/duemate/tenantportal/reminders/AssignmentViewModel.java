package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments.Assignment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules while somebody edits them; places are counted from 0. */
class AssignmentViewModel {

    private final Assignment before;
    private final List<AssignmentRule> rules;

    AssignmentViewModel(Assignment before) {
        this.before = before;
        rules = new ArrayList<>(before.rules());
    }

    /** The version these rules are made from. */
    int basedOn() {
        return before.version();
    }

    List<AssignmentRule> rules() {
        return List.copyOf(rules);
    }

    boolean isFull() {
        return rules.size() >= AssignmentRule.MAX_RULES;
    }

    boolean isChanged() {
        return !rules.equals(before.rules());
    }

    /** The rules as they would be with this one at that place; behind the last one it is added. */
    List<AssignmentRule> with(int place, AssignmentRule rule) {
        var all = new ArrayList<>(rules);
        if (place < all.size()) {
            all.set(place, rule);
        } else {
            all.add(rule);
        }
        return all;
    }

    void put(int place, AssignmentRule rule) {
        var all = with(place, rule);
        rules.clear();
        rules.addAll(all);
    }

    AssignmentRule remove(int place) {
        return rules.remove(place);
    }

    /** Puts a removed rule back; at the end when the place is gone too. */
    void putBack(int place, AssignmentRule rule) {
        rules.add(Math.min(place, rules.size()), rule);
    }

    void swapWithNext(int place) {
        Collections.swap(rules, place, place + 1);
    }

    void undo() {
        rules.clear();
        rules.addAll(before.rules());
    }
}
