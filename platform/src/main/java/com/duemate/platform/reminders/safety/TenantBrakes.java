package com.duemate.platform.reminders.safety;

import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.SendingGate;
import com.duemate.platform.reminders.safety.Braking.Allowance;
import com.duemate.platform.tenancy.TenantProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers for the current scope's tenant from what is committed. Stops keep back what the house sends of its own accord or in
 * bulk. What somebody asked for or is owed an answer to, sign-in links, invitations, receipts, passes; but while it is not
 * clear what a restored backup has sent already, only what was queued since then does.
 */
@Component
class TenantBrakes implements Brakes, SendingGate {

    private static final String STOPPED = "notifications.reason.stopped";
    private static final Set<MessageKind> STOPPABLE = EnumSet.of(MessageKind.REMINDER, MessageKind.PAYMENT_LINK);

    private final StopRows stops;
    private final FlowRows flow;
    private final TenantCircuit circuit;

    TenantBrakes(StopRows stops, FlowRows flow, TenantCircuit circuit) {
        this.stops = stops;
        this.flow = flow;
        this.circuit = circuit;
    }

    @Override
    public Braking current(TenantProfile tenant, Instant now) {
        return new Braking(stops.standing(now).orElse(null), allowance(tenant, now));
    }

    @Nullable
    Allowance allowance(TenantProfile tenant, Instant now) {
        var monthly = tenant.monthlyReminders();
        if (monthly == null) {
            return null;
        }
        var month = LocalDate.ofInstant(now, tenant.zone()).withDayOfMonth(1);
        var used = flow.since(month.atStartOfDay(tenant.zone()).toInstant());
        return new Allowance(
                monthly, used, month.plusMonths(1).atStartOfDay(tenant.zone()).toInstant());
    }

    @Override
    public void count(int messages, Instant now) {
        if (messages == 0) {
            return;
        }
        var tenant = flow.tenant();
        flow.add(messages, now, tenant.zone());
        var allowance = allowance(tenant, now);
        if (allowance != null && allowance.used() > allowance.monthly()) {
            throw new Overrun();
        }
        circuit.watchVolume(tenant, now);
    }

    @Override
    public Optional<String> shut(MessageKind kind, Instant queuedAt) {
        return stops.standing(queuedAt)
                .filter(stopped -> STOPPABLE.contains(kind)
                        || (stopped.cause() == Cause.RESTORED && !queuedAt.isAfter(stopped.since())))
                .map(_ -> STOPPED);
    }

    /** Somebody else counted against the same allowance meanwhile; what was decided must be decided again. */
    static final class Overrun extends RuntimeException {

        Overrun() {
            super("the month's allowance was used up meanwhile", null, false, false);
        }
    }
}
