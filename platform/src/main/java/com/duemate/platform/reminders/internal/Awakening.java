package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.safety.Released;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has everybody weighed at once whom a stop kept waiting; budgets and quiet hours hold as ever. */
@Component
class Awakening {

    private static final Set<Reason> STOPS =
            EnumSet.of(Reason.SENDING_STOPPED, Reason.RESTORED, Reason.CIRCUIT_OPEN, Reason.QUOTA);

    private final StepRows steps;
    private final BusinessClock clock;
    private final Bell bell;

    Awakening(StepRows steps, BusinessClock clock, Bell bell) {
        this.steps = steps;
        this.clock = clock;
        this.bell = bell;
    }

    @EventListener
    void on(Released released) {
        if (steps.wake(STOPS, clock.now()) > 0) {
            bell.ring();
        }
    }
}
