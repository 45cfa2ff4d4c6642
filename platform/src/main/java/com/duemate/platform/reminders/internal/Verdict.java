package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepKey;
import java.util.EnumMap;
import java.util.Map;

/** What a rule says about a step, with the inputs it looked at. */
record Verdict(Reason reason, Map<Fact, String> facts) {

    static Verdict of(Reason reason) {
        return new Verdict(reason, Map.of());
    }

    Verdict with(Fact fact, Object value) {
        var more = new EnumMap<Fact, String>(Fact.class);
        more.putAll(facts);
        more.put(fact, fact.write(value));
        return new Verdict(reason, more);
    }

    boolean isFinal() {
        return reason.outcome().isFinal();
    }

    Decision on(StepKey step) {
        return new Decision(step, reason, facts);
    }
}
