package com.duemate.platform.reminders.internal;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** How long customers with a due step waited until they were weighed, in business time. */
@Component
@OnRole(ServerRole.WORKER)
class Lateness {

    private final Timer timer;

    Lateness(MeterRegistry registry) {
        timer = Timer.builder("duemate.reminders.lateness")
                .description("From when a customer's step was due until the customer was weighed")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void record(Collection<Instant> dueSince, Instant weighedAt) {
        for (var due : dueSince) {
            var late = Duration.between(due, weighedAt);
            timer.record(late.isNegative() ? Duration.ZERO : late);
        }
    }
}
