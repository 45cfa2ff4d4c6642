package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.tenancy.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Looks at habits anew once a night where the current scope's tenant is, so that no step moves while its day runs. */
@Component
class NightShift {

    private static final LocalTime LOOKS_AT = LocalTime.of(2, 0);

    /** All tenants of a country at the same minute would be a rush hour of our own making. */
    private static final int SPREAD_MINUTES = 120;

    private final AdaptiveRows rows;
    private final Tenants tenants;
    private final Outbox outbox;

    NightShift(AdaptiveRows rows, Tenants tenants, Outbox outbox) {
        this.rows = rows;
        this.tenants = tenants;
        this.outbox = outbox;
    }

    /** In the caller's transaction. */
    void begin(Instant now) {
        if (rows.takeOn(now, next(now))) {
            outbox.publish(new HabitsDue(HabitsDue.FROM_THE_START, false));
        }
    }

    /** At once, and also where habits are as they were. */
    void followAnew() {
        outbox.publish(new HabitsDue(HabitsDue.FROM_THE_START, true));
    }

    Instant next(Instant now) {
        var tenant = tenants.current();
        var zone = tenant.zone();
        return LocalDate.ofInstant(now, zone)
                .plusDays(1)
                .atTime(LOOKS_AT.plusMinutes(Math.floorMod(tenant.id().hashCode(), SPREAD_MINUTES)))
                .atZone(zone)
                .toInstant();
    }
}
