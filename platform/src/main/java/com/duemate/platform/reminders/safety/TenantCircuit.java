package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.tenancy.TenantProfile;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The circuit of the current scope's tenant. Opens in the transaction that counted what was too much. */
@Component
class TenantCircuit {

    private final StopRows stops;
    private final FlowRows flow;
    private final SafetySettings settings;
    private final ApplicationEventPublisher local;
    private final Cache<Key, Band> bands = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    TenantCircuit(StopRows stops, FlowRows flow, SafetySettings settings, ApplicationEventPublisher local) {
        this.stops = stops;
        this.flow = flow;
        this.settings = settings;
        this.local = local;
    }

    private record Key(TenantId tenant, LocalDate day, ZoneId zone) {}

    /** What is usual on that day of the tenant's. */
    Band band(LocalDate day, ZoneId zone) {
        return Objects.requireNonNull(bands.get(
                new Key(Scopes.tenant(), day, zone),
                key -> Band.of(flow.days(day.minusDays(Band.DAYS_BACK), day, zone), day, settings.ofTenant())));
    }

    void watchVolume(TenantProfile tenant, Instant now) {
        long counted = flow.window(now, tenant.zone());
        if (!settings.circuits() || counted <= settings.tenant()) {
            return;
        }
        var band = band(LocalDate.ofInstant(now, tenant.zone()), tenant.zone());
        if (counted > band.opensAbove()
                && !(flow.wasReleased(now) && counted <= band.allowingMore().opensAbove())) {
            open(new Stopped.Trip(Measure.VOLUME, counted, band.usual()), now);
        }
    }

    /** Looks at what became of the last day's messages, and publishes the counts. */
    void watchFates(Instant now) {
        var fates = flow.fates(now);
        flow.publish(fates, now);
        if (!settings.circuits()
                || (fates.failed() < Share.FAILURES.least() && fates.complained() < Share.COMPLAINTS.least())) {
            return;
        }
        var before = flow.fatesBefore(now);
        worse(fates, before).filter(_ -> !flow.wasReleased(now)).ifPresent(trip -> open(trip, now));
    }

    private static Optional<Stopped.Trip> worse(FlowRows.Fates fates, FlowRows.Fates before) {
        return Share.COMPLAINTS
                .trips(fates.complained(), fates.handed(), before.complained(), before.handed())
                .or(() -> Share.FAILURES.trips(fates.failed(), fates.handed(), before.failed(), before.handed()));
    }

    private void open(Stopped.Trip trip, Instant now) {
        stops.trip(trip, now).ifPresent(id -> local.publishEvent(new Opened(id, trip)));
    }

    /** The tenant's circuit opened just now, in the running transaction. */
    record Opened(java.util.UUID stop, Stopped.Trip trip) {}
}
