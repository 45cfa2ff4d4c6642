package com.duemate.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.DeadLetters.DeadLetter;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.ProbeHandler;
import com.duemate.platform.testkit.ProbeHappened;
import com.duemate.platform.testkit.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Facts that no attempt brought to their room: seen by staff, and handed on again. */
@PlatformTest
class DeadLettersTest {

    @Autowired
    World world;

    @Autowired
    DeadLetters letters;

    @Autowired
    ProbeHandler probe;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatNoRoomTakesIsSeenByStaffAndHandedOnAgain() {
        var tenant = world.aTenant();
        probe.failNext(1);
        onItsLastAttempt(tenant);
        world.untilQuiet();
        assertThat(probe.effects(tenant)).isZero();

        var letter = of(tenant).getFirst();
        assertThat(letter.handler()).isEqualTo("testkit.probe");
        assertThat(letter.error()).isEqualTo(IllegalStateException.class.getName());
        assertThat(letter.attempts()).isEqualTo(10);
        assertThat(Backstage.<Integer>call(new Scope.Staff(), letters::count)).isPositive();

        assertThat(Backstage.<Boolean>call(new Scope.Staff(), () -> letters.replay(tenant, letter.event())))
                .isTrue();
        world.untilQuiet();
        assertThat(probe.effects(tenant)).isEqualTo(1);
        assertThat(of(tenant)).isEmpty();
        assertThat(Backstage.<Boolean>call(new Scope.Staff(), () -> letters.replay(tenant, letter.event())))
                .isFalse();
    }

    @Test
    void staffReadNothingOfWhatItSaysAndNobodyElseSeesIt() {
        var tenant = world.aTenant();
        assertThatThrownBy(() -> world.inTransaction(
                        new Scope.Staff(), () -> jdbc.sql("select payload::text from messaging.outbox")
                                .query(String.class)
                                .list()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.in(tenant, letters::count)).isInstanceOf(AccessDeniedException.class);
    }

    private void onItsLastAttempt(TenantId tenant) {
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            outbox.publish(new ProbeHappened(tenant.value()));
            return jdbc.sql("update messaging.outbox set attempts = 9").update();
        });
    }

    private List<DeadLetter> of(TenantId tenant) {
        return Backstage.call(new Scope.Staff(), () -> letters.list(200, null)).items().stream()
                .filter(letter -> letter.tenant().equals(tenant))
                .toList();
    }
}
