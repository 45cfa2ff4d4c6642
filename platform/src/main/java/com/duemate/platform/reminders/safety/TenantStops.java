package com.duemate.platform.reminders.safety;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.reminders.safety.Braking.Allowance;
import com.duemate.platform.reminders.tasks.Person;
import com.duemate.platform.scope.MayManage;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.Scopes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TenantStops implements SendingStops {

    private final StopRows stops;
    private final TenantBrakes brakes;
    private final FlowRows flow;
    private final AuditTrail trail;
    private final BusinessClock clock;

    TenantStops(StopRows stops, TenantBrakes brakes, FlowRows flow, AuditTrail trail, BusinessClock clock) {
        this.stops = stops;
        this.brakes = brakes;
        this.flow = flow;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Optional<Stopped> current() {
        return stops.standing(clock.now());
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Optional<Allowance> allowance() {
        return Optional.ofNullable(brakes.allowance(flow.tenant(), clock.now()));
    }

    @Override
    @MayManage
    @Transactional
    public void stop(String words) {
        place(Words.checked(words));
    }

    @Override
    @MayManage
    @Transactional
    public void release() {
        release(null);
    }

    @Override
    @MayManage
    @Transactional
    public void keepStopped() {
        if (release(Cause.CIRCUIT) > 0) {
            place("");
        }
    }

    private void place(String words) {
        stops.place(Person.name(), words, clock.now())
                .ifPresent(_ -> record("reminders.stopSending", Map.of("reason", words)));
    }

    private int release(@Nullable Cause cause) {
        int ended = stops.release(cause, Person.name(), clock.now());
        if (ended > 0) {
            record("reminders.releaseSending", Map.of("stops", ended));
        }
        return ended;
    }

    private void record(String action, Map<String, ?> facts) {
        trail.record(action, Scopes.tenant().value(), facts);
    }
}
