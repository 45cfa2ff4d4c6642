package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.SendingTimes;
import com.duemate.platform.scope.MayManage;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.Scopes;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptAdaptiveTiming implements AdaptiveTiming {

    private final AdaptiveRows rows;
    private final ComparisonReading comparisons;
    private final NightShift nights;
    private final AuditTrail trail;
    private final AdviceBook advices;
    private final SendingTimes times;
    private final BusinessClock clock;

    KeptAdaptiveTiming(
            AdaptiveRows rows,
            ComparisonReading comparisons,
            NightShift nights,
            AuditTrail trail,
            AdviceBook advices,
            SendingTimes times,
            BusinessClock clock) {
        this.rows = rows;
        this.comparisons = comparisons;
        this.nights = nights;
        this.trail = trail;
        this.advices = advices;
        this.times = times;
        this.clock = clock;
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public AdaptiveSettings current() {
        return rows.current();
    }

    @Override
    @MayManage
    @Transactional
    public Outcome change(AdaptiveSettings wanted) {
        if (wanted.holdOutPercent() < AdaptiveSettings.LEAST_HELD_OUT
                || wanted.holdOutPercent() > AdaptiveSettings.MOST_HELD_OUT) {
            return new Outcome.Refused("holdOut", "reminders.adaptive.holdOut");
        }
        var before = rows.current();
        if (wanted.equals(before)) {
            return new Outcome.Done();
        }
        var now = clock.now();
        if (wanted.on()) {
            rows.begin(wanted, now, nights.next(now));
        } else if (before.on()) {
            rows.end();
            rows.forgetHabits();
        } else {
            return new Outcome.Done();
        }
        trail.record(
                "reminders.changeAdaptiveTiming",
                Scopes.tenant().value(),
                Map.of(
                        "on", wanted.on(),
                        "holdOutPercent", wanted.holdOutPercent(),
                        "tone", wanted.leeway().name()));
        nights.followAnew();
        return new Outcome.Done();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Advice of(CustomerId customer) {
        return advices.of(List.of(customer), times.current().hours()).getOrDefault(customer, Advice.OFF);
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Comparison comparison() {
        return comparisons.read(rows.since().orElse(null), clock.now());
    }
}
