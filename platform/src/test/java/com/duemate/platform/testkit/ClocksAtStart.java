package com.duemate.platform.testkit;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Sets both clocks back before each class, so that no test lives in the future another one went to. */
public final class ClocksAtStart implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        var beans = test.getApplicationContext();
        beans.getBeanProvider(SettableClock.class).ifAvailable(clock -> clock.set(SettableClock.START));
        beans.getBeanProvider(ShiftedClock.class).ifAvailable(ShiftedClock::reset);
    }
}
