package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.tasks.Person;
import com.duemate.platform.scope.MayRunPlatform;
import com.duemate.platform.tenancy.StaffActs;
import com.duemate.platform.tenancy.TenantRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@MayRunPlatform
class StaffEngineRoom implements EngineRoom {

    private static final Logger LOG = LoggerFactory.getLogger(StaffEngineRoom.class);

    private final JdbcClient jdbc;
    private final HealthReading reading;
    private final TenantRegistry registry;
    private final StaffActs acts;
    private final BusinessClock clock;

    StaffEngineRoom(
            JdbcClient jdbc, HealthReading reading, TenantRegistry registry, StaffActs acts, BusinessClock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.registry = registry;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Health health() {
        return reading.health(clock.now());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> standing() {
        return reading.standing();
    }

    @Override
    @Transactional
    public void stopAll(String note) {
        stop(Reach.PLATFORM, null, Words.checked(note));
    }

    @Override
    @Transactional
    public void stopReseller(TenantId reseller, String note) {
        stop(Reach.RESELLER, reseller, Words.checked(note));
    }

    @Override
    @Transactional
    public void stopTenant(TenantId tenant, String note) {
        stop(Reach.TENANT, tenant, Words.checked(note));
    }

    private void stop(Reach reach, @Nullable TenantId target, String note) {
        int placed = jdbc.sql("""
                        insert into reminders.stop (id, reach, target, cause, placed_by, staff, note, placed_at)
                        values (?, ?, ?, 'PERSON', 'STAFF', ?, ?, ?) on conflict do nothing""")
                .param(Ids.next())
                .param(reach.name())
                .param(target == null ? null : target.value())
                .param(Person.name())
                .param(note)
                .param(now())
                .update();
        if (placed > 0) {
            LOG.warn("staff stopped sending: {} {}", reach, target == null ? "" : target);
            tell(target, "reminders.stopSending", reach);
        }
    }

    @Override
    @Transactional
    public boolean release(UUID stop) {
        var ended = jdbc.sql("""
                        update reminders.stop set released_at = ?, released_by = 'STAFF', release_staff = ?
                        where id = ? and released_at is null and placed_by <> 'TENANT' returning reach, target""")
                .params(now(), Person.name(), stop)
                .query((row, _) ->
                        new Ended(Reach.valueOf(row.getString("reach")), row.getObject("target", UUID.class)))
                .optional();
        ended.ifPresent(one -> {
            LOG.warn("staff released sending: {} {}", one.reach, one.target == null ? "" : one.target);
            rouse(one.reach, one.target);
            tell(one.target == null ? null : new TenantId(one.target), "reminders.releaseSending", one.reach);
        });
        return ended.isPresent();
    }

    private record Ended(Reach reach, @Nullable UUID target) {}

    @Override
    @Transactional
    public void allowReminders(TenantId tenant, @Nullable Integer monthly) {
        registry.allowReminders(tenant, monthly);
        rouse(Reach.TENANT, tenant.value());
    }

    private void rouse(Reach reach, @Nullable UUID target) {
        jdbc.sql("insert into reminders.rouse (id, reach, target) values (?, ?, ?)")
                .param(Ids.next())
                .param(reach.name())
                .param(target)
                .update();
    }

    /** What concerns everybody is in no tenant's trail; the stop itself, which nobody can delete, keeps who and when. */
    private void tell(@Nullable TenantId target, String action, Reach reach) {
        if (target != null) {
            acts.recordAfterwards(target, action, Map.of("reach", reach.name()));
        }
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.now();
        return now.atOffset(ZoneOffset.UTC);
    }
}
