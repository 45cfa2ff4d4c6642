package com.duemate.platform.reminders.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.identity.Users;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.MessageQuery;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What owners hear of: a circuit that opened, and a day that will be unusual. */
@PlatformTest
class OwnerMailTest {

    /** 15:30 in Lisbon. */
    private static final Instant AFTERNOON = Instant.parse("2026-03-04T15:30:00Z");

    private static final LocalDate TOMORROW = LocalDate.parse("2026-03-05");

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @Autowired
    Messages messages;

    @Autowired
    TenantCircuit circuit;

    @Autowired
    LookAhead ahead;

    @AfterEach
    void backToTheStart() {
        clock.set(SettableClock.START);
    }

    @Test
    void anOwnerHearsOnceThatTheCircuitOpened() {
        var tenant = anOwnedTenant();
        clock.set(AFTERNOON);
        inTransaction(tenant, () -> {
            jdbc.sql("insert into reminders.flow (hour, messages) values ('2026-03-04T15:00:00Z', 300)")
                    .update();
            usual(5);
            circuit.watchVolume(world(), AFTERNOON);
            circuit.watchVolume(world(), AFTERNOON);
        });

        var mail = mail(tenant, "sending_alarm");
        assertThat(mail).hasSize(1);
        var text = text(tenant, mail.getFirst());
        assertThat(text).contains("300 reminders went out in the last 24 hours; at most 5 are usual");
        assertThat(text).contains("/home").doesNotContainIgnoringCase("duemate");
    }

    @Test
    void anOwnerHearsTheDayBeforeOfAnUnusualDayAndOnce() {
        var tenant = anOwnedTenant();
        for (int i = 0; i < 40; i++) {
            world.anInvoice(tenant, world.aCustomer(tenant), 5_000 + i, TOMORROW);
        }
        world.untilQuiet();
        clock.set(AFTERNOON);
        inTransaction(tenant, () -> usual(5));
        inTransaction(tenant, () -> ahead.look(AFTERNOON.minus(Duration.ofHours(2))));
        assertThat(mail(tenant, "sending_digest")).as("not in the morning").isEmpty();
        inTransaction(tenant, () -> ahead.look(AFTERNOON));
        inTransaction(tenant, () -> ahead.look(AFTERNOON.plusSeconds(60)));

        var mail = mail(tenant, "sending_digest");
        assertThat(mail).hasSize(1);
        assertThat(text(tenant, mail.getFirst()))
                .contains("40 reminders of")
                .contains("At most 5 are usual")
                .contains("50.39")
                .contains("/reminders");
    }

    @Test
    void aUsualDayIsNotWorthAWord() {
        var tenant = anOwnedTenant();
        for (int i = 0; i < 10; i++) {
            world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TOMORROW);
        }
        world.untilQuiet();
        clock.set(AFTERNOON);
        inTransaction(tenant, () -> {
            usual(5);
            ahead.look(AFTERNOON);
        });
        assertThat(mail(tenant, "sending_digest")).isEmpty();
    }

    private void usual(int messages) {
        jdbc.sql("""
                        insert into reminders.flow (hour, messages)
                        select timestamptz '2026-03-03 10:00Z' - n * interval '1 day', ? from generate_series(0, 99) n""").param(messages).update();
    }

    private TenantId anOwnedTenant() {
        clock.set(SettableClock.START);
        var tenant = world.aTenant();
        world.in(
                tenant,
                () -> users.createOwner(
                        new EmailAddress("owner" + System.nanoTime() + "@example.com"), "Ana Reis", "a long password"));
        return tenant;
    }

    @Autowired
    FlowRows flow;

    private com.duemate.platform.tenancy.TenantProfile world() {
        return flow.tenant();
    }

    private List<MessageSummary> mail(TenantId tenant, String kind) {
        return world.in(tenant, () -> messages.list(new MessageQuery(null, kind, List.of(), 9, null)))
                .items();
    }

    private String text(TenantId tenant, MessageSummary message) {
        return world.in(tenant, () -> messages.find(message.id())).orElseThrow().text();
    }

    private void inTransaction(TenantId tenant, Runnable action) {
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            action.run();
            return true;
        });
    }
}
