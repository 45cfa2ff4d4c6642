package com.duemate.platform.reminders.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.SendingGate;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who sees, places and releases which stop; what passes all the same. */
@PlatformTest
class StopIsolationTest {

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SendingStops stops;

    @Autowired
    EngineRoom room;

    @Autowired
    SendingGate gate;

    @Test
    void aTenantSeesAndReleasesItsOwnAlone() {
        var one = world.aTenant();
        var other = world.aTenant();
        in(one, () -> stops.stop("Ours"));

        assertThat(world.in(other, stops::current)).isEmpty();
        in(other, stops::release);
        assertThat(world.in(one, stops::current)).isPresent();
        assertThat(world.<Integer>inTransaction(new Scope.Tenant(other), () -> jdbc.sql(
                                "update reminders.stop set released_by = 'TENANT', released_at = now()")
                        .update()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into reminders.stop (id, reach, cause, placed_by, placed_at) values (gen_random_uuid(), 'PLATFORM', 'PERSON', 'TENANT', now())",
                "insert into reminders.stop (id, reach, target, cause, placed_by, placed_at) values (gen_random_uuid(), 'TENANT', gen_random_uuid(), 'PERSON', 'TENANT', now())",
                "insert into reminders.stop (id, reach, target, cause, placed_by, placed_at) values (gen_random_uuid(), 'RESELLER', scope.tenant_id(), 'PERSON', 'TENANT', now())",
                "insert into reminders.stop (id, reach, target, cause, placed_by, placed_at) values (gen_random_uuid(), 'TENANT', scope.tenant_id(), 'PERSON', 'STAFF', now())",
                "insert into reminders.rouse (id, reach) values (gen_random_uuid(), 'PLATFORM')",
                "insert into reminders.rouse (id, reach, target) values (gen_random_uuid(), 'TENANT', gen_random_uuid())",
                "select note from reminders.stop",
                "select staff from reminders.stop",
                "delete from reminders.stop",
                "select * from reminders.flow_sum",
                "select * from reminders.shard_health",
                "update reminders.lineage set era = 9",
                "update tenancy.tenant set monthly_reminders = null",
                "delete from reminders.flow",
            })
    void noTenantDoesWhatIsNotItsOwn(String statement) {
        var tenant = world.aTenant();
        assertThatThrownBy(() -> world.inTransaction(
                        new Scope.Tenant(tenant),
                        () -> jdbc.sql(statement).query(UUID.class).list()))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select words from reminders.stop",
                "select person from reminders.stop",
                "select * from reminders.flow",
                "select * from reminders.pulse",
                "select * from reminders.scheduled_step",
                "delete from reminders.stop",
                "insert into reminders.stop (id, reach, target, cause, placed_by, placed_at) values (gen_random_uuid(), 'TENANT', gen_random_uuid(), 'PERSON', 'TENANT', now())",
            })
    void noStaffReadsWhatIsATenants(String statement) {
        assertThatThrownBy(() -> world.inTransaction(
                        new Scope.Staff(),
                        () -> jdbc.sql(statement).query(UUID.class).list()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void countsAreATenantsOwn() {
        var one = world.aTenant();
        var other = world.aTenant();
        world.inTransaction(
                new Scope.Tenant(one),
                () -> jdbc.sql("insert into reminders.flow (hour, messages) values (now(), 7)")
                                .update()
                        + jdbc.sql(
                                        "insert into reminders.pulse (at, handed, failed, complained) values (now(), 1, 0, 0)")
                                .update());
        for (var table : List.of("reminders.flow", "reminders.pulse")) {
            assertThat(world.<Long>inTransaction(
                            new Scope.Tenant(other), () -> jdbc.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single()))
                    .isZero();
        }
    }

    @Test
    void onlyStaffEnterTheEngineRoomAndOnlyManagersStop() {
        var tenant = world.aTenant();
        assertThatThrownBy(() -> world.in(tenant, room::health)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Backstage.run(new Scope.Staff(), () -> stops.stop("x")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void staffSeeTheEngineAtWork() {
        var health = Backstage.call(new Scope.Staff(), room::health);
        assertThat(health.shards()).hasSize(64);
        assertThat(health.workers()).isNotEmpty();
        assertThat(health.ownerless()).isZero();
    }

    @Test
    void whatPeopleAskedForPassesAStopAndNothingOldPassesARestoredBackup() {
        var tenant = world.aTenant();
        var now = clock.now();
        in(tenant, () -> stops.stop("All of it"));
        assertThat(shut(tenant, MessageKind.REMINDER, now)).isTrue();
        assertThat(shut(tenant, MessageKind.PAYMENT_LINK, now)).isTrue();
        assertThat(shut(tenant, MessageKind.RECEIPT, now)).isFalse();
        assertThat(shut(tenant, MessageKind.MAGIC_LINK, now)).isFalse();
        assertThat(shut(tenant, MessageKind.INVITATION, now)).isFalse();

        try {
            world.inTransaction(new Scope.Engine(), () -> jdbc.sql("""
                                    insert into reminders.stop (id, reach, cause, placed_by, placed_at)
                                    values (gen_random_uuid(), 'PLATFORM', 'RESTORED', 'ENGINE', ?)""")
                    .param(now.atOffset(java.time.ZoneOffset.UTC))
                    .update());
            assertThat(world.in(tenant, stops::current)).get().satisfies(stop -> assertThat(stop.cause())
                    .isEqualTo(Cause.RESTORED));
            assertThat(shut(tenant, MessageKind.MAGIC_LINK, now.minus(Duration.ofDays(1))))
                    .isTrue();
            assertThat(shut(tenant, MessageKind.RECEIPT, now)).isTrue();
            assertThat(shut(tenant, MessageKind.MAGIC_LINK, now.plusSeconds(1))).isFalse();
            assertThat(shut(tenant, MessageKind.REMINDER, now.plusSeconds(1))).isTrue();
        } finally {
            Backstage.run(new Scope.Staff(), () -> room.standing().stream()
                    .filter(stop -> stop.cause() == Cause.RESTORED)
                    .forEach(stop -> assertThat(room.release(stop.id())).isTrue()));
        }
    }

    private boolean shut(TenantId tenant, MessageKind kind, Instant queuedAt) {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> gate.shut(kind, queuedAt).isPresent());
    }

    private void in(TenantId tenant, Runnable action) {
        world.in(tenant, () -> {
            action.run();
            return true;
        });
    }
}
