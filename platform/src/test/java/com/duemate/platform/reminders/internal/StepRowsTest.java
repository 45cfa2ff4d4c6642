package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.scope.Scope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** A step is decided where it lies, and wherever it lies by then. */
class StepRowsTest extends EngineLife {

    private static final String WAITING = "select position::text from reminders.scheduled_step order by position";
    private static final String DECIDED =
            "select position || ' ' || (facts ->> 'LATER_LEVEL') from reminders.decision order by position";

    /** Long enough for another transaction to come and wait. */
    private static final Runnable PAUSE =
            () -> LockSupport.parkNanos(Duration.ofMillis(400).toNanos());

    @Autowired
    StepRows steps;

    private List<Row> rows = List.of();

    private record Row(CustomerId customer, StepKey key, StepRow.Place place) {

        StepRows.Final at(StepRow.Place other) {
            return new StepRows.Final(customer, Verdict.of(Reason.PAID).on(key), other, null);
        }
    }

    @BeforeEach
    void aPlanOfFiveSteps() {
        clock.set(NIGHT);
        world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY.plusDays(8));
        settle();
        rows = read();
        assertThat(rows).hasSize(5);
    }

    private List<Row> read() {
        return in(() -> jdbc.sql(
                        "select *, " + StepRow.Place.COLUMNS + " from reminders.scheduled_step s order by position")
                .query((row, _) -> new Row(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new StepKey(
                                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                                row.getInt("cycle"),
                                row.getInt("position")),
                        StepRow.Place.of(row)))
                .list());
    }

    /** What is due of a tenant in the same shard would be weighed by other tests. */
    @AfterEach
    void nothingIsLeft() {
        in(() -> jdbc.sql("delete from reminders.scheduled_step").update());
    }

    @Test
    void aStepThatWasMovedSinceItWasReadIsDecidedWithTheOthers() {
        in(() -> jdbc.sql("update reminders.scheduled_step set due_at = due_at + interval '1 hour' where position = 2")
                .update());
        decide(atItsPlace(0), atItsPlace(1), atItsPlace(2));
        assertThat(positions(WAITING)).containsExactly("4", "5");
        assertThat(positions("select position::text from reminders.decision order by 1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void whoLiesAtThePlaceNowIsLeftAlone() {
        in(() -> jdbc.sql("update reminders.scheduled_step set due_at = due_at + interval '1 hour' where position = 5")
                .update());
        var other = read().get(4).place;
        decide(rows.getFirst()
                .at(new StepRow.Place(other.row(), rows.getFirst().place.version())));
        assertThat(positions(WAITING)).containsExactly("2", "3", "4", "5");
        assertThat(positions("select position::text from reminders.decision")).containsExactly("1");
    }

    /** Rows of a turn are read one after the other: what lies where the first lay may have come with the last. */
    @Test
    void whoLiesAtThePlaceOfOneWithTheVersionOfAnotherIsLeftAlone() {
        in(() -> jdbc.sql("update reminders.scheduled_step set due_at = due_at + interval '1 hour' where position >= 4")
                .update());
        var now = read();
        var other = now.get(4).place;
        assertThat(other.version()).isEqualTo(now.get(3).place.version());
        decide(
                rows.getFirst()
                        .at(new StepRow.Place(other.row(), rows.getFirst().place.version())),
                now.get(3).at(now.get(3).place));
        assertThat(positions(WAITING)).containsExactly("2", "3", "5");
        assertThat(positions("select position::text from reminders.decision order by 1"))
                .containsExactly("1", "4");
    }

    @Test
    void aStepIsDecidedOnce() {
        decide(atItsPlace(0));
        assertThatThrownBy(() -> decide(atItsPlace(0), atItsPlace(1))).isInstanceOf(DuplicateKeyException.class);
        assertThat(positions(WAITING)).containsExactly("2", "3", "4", "5");
    }

    /** Its plan went away while it was weighed; what went out for it is still told. */
    @Test
    void aStepThatIsGoneHasItsDecisionAllTheSame() {
        in(() -> jdbc.sql("delete from reminders.scheduled_step where position = 3")
                .update());
        decide(atItsPlace(2));
        assertThat(positions("select position::text from reminders.decision")).containsExactly("3");
    }

    @Test
    void whatIsSaidOfManyIsSaidOfEach() {
        var row = rows.getFirst();
        var other = rows.get(1);
        decide(
                new StepRows.Final(row.customer, level(row.key, 1), row.place, null),
                new StepRows.Final(other.customer, level(other.key, 2), other.place, null),
                new StepRows.Final(row.customer, level(rows.get(2).key, 1), rows.get(2).place, null));
        assertThat(positions(DECIDED)).containsExactly("1 1", "2 2", "3 1");
    }

    /** Also where some have none, which makes a list with gaps. */
    @Test
    void eachIsDecidedWithItsOwnMessageOrTask() {
        var first = UUID.randomUUID();
        var third = UUID.randomUUID();
        var task = UUID.randomUUID();
        decide(
                carried(2, new Carrier.Message(new MessageId(third))),
                atItsPlace(1),
                carried(0, new Carrier.Message(new MessageId(first))),
                carried(3, new Carrier.Task(new TaskId(task))));
        assertThat(positions("""
                        select concat_ws(' ', position, outcome, message_id, task_id) from reminders.decision order by position"""))
                .containsExactly("1 SENT " + first, "2 SKIPPED", "3 SENT " + third, "4 HANDED_OVER " + task);
    }

    private StepRows.Final carried(int number, Carrier carrier) {
        var row = rows.get(number);
        var verdict = carrier instanceof Carrier.Task
                ? Verdict.of(Reason.HANDED_OVER)
                : Verdict.of(Reason.STEP_DUE).with(Fact.TONE, Tone.FRIENDLY);
        return new StepRows.Final(
                row.customer,
                verdict.with(Fact.LEVEL, 1)
                        .with(Fact.CHANNEL, StepChannel.EMAIL)
                        .on(row.key),
                row.place,
                carrier);
    }

    /** One check for all of it, since each is read anew for every statement that decides. */
    @ParameterizedTest
    @CsvSource({
        "LOST, null, null, null",
        "SENT, null, null, null",
        "SENT, gen_random_uuid(), gen_random_uuid(), null",
        "HANDED_OVER, gen_random_uuid(), null, null",
        "GROUPED, null, null, null",
        "SKIPPED, gen_random_uuid(), null, null",
        "SKIPPED, null, null, '''NEITHER'''",
    })
    void aDecisionThatContradictsItselfIsRefused(String outcome, String message, String task, String arm) {
        assertThatThrownBy(() -> in(() -> jdbc.sql("""
                                insert into reminders.decision (tenant_id, invoice_id, cycle, position, customer_id, decided_at, facts,
                                                                reason, outcome, message_id, task_id, arm)
                                values (?, gen_random_uuid(), 1, 1, gen_random_uuid(), now(), '{}', 'PAID', ?, %s, %s, %s)""".formatted(message, task, arm))
                        .params(tenant.value(), outcome)
                        .update()))
                .hasMessageContaining("decision_carrier");
    }

    /** Neither index nor table is looked through for a row whose place is known. */
    @Test
    void aStepIsFoundAtItsPlace() {
        int looks = in(() -> {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
            jdbc.sql("set local enable_seqscan = off").update();
            int before = looks();
            steps.decide(List.of(atItsPlace(0), atItsPlace(1)), clock.now());
            return looks() - before;
        });
        assertThat(looks).isZero();
        assertThat(positions(WAITING)).containsExactly("3", "4", "5");
    }

    @Test
    void aStepThatIsMovedMeanwhileIsDecidedOnce() throws Exception {
        var moved = new CountDownLatch(1);
        var mover = CompletableFuture.runAsync(() -> in(() -> {
            int rows = jdbc.sql(
                            "update reminders.scheduled_step set due_at = due_at + interval '1 hour' where position = 1")
                    .update();
            moved.countDown();
            PAUSE.run();
            return rows;
        }));
        assertThat(moved.await(10, TimeUnit.SECONDS)).isTrue();
        decide(atItsPlace(0), atItsPlace(1));
        mover.get(10, TimeUnit.SECONDS);
        assertThat(positions(WAITING)).containsExactly("3", "4", "5");
        assertThat(positions("select position::text from reminders.decision order by 1"))
                .containsExactly("1", "2");
    }

    @Test
    void eachTaskIsItsSteps() {
        var tasks = List.of(new TaskId(Ids.next()), new TaskId(Ids.next()));
        decide(handedOver(0, tasks.get(0)), handedOver(1, tasks.get(1)));
        assertThat(positions("select task_id::text from reminders.decision order by position"))
                .containsExactly(tasks.get(0).toString(), tasks.get(1).toString());
    }

    private int looks() {
        return jdbc.sql("""
                        select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_xact_user_tables
                        where relid = 'reminders.scheduled_step'::regclass""").query(Integer.class).single();
    }

    private StepRows.Final handedOver(int number, TaskId task) {
        var row = rows.get(number);
        var decision = Verdict.of(Reason.HANDED_OVER)
                .with(Fact.LEVEL, 1)
                .with(Fact.CHANNEL, StepChannel.TASK)
                .on(row.key);
        return new StepRows.Final(row.customer, decision, row.place, new Carrier.Task(task));
    }

    private static Decision level(StepKey key, int level) {
        return Verdict.of(Reason.SUPERSEDED_BY_LATER_STEP)
                .with(Fact.LATER_LEVEL, level)
                .on(key);
    }

    private StepRows.Final atItsPlace(int number) {
        return rows.get(number).at(rows.get(number).place);
    }

    private void decide(StepRows.Final... finals) {
        in(() -> {
            steps.decide(List.of(finals), clock.now());
            return true;
        });
    }

    private List<String> positions(String query) {
        return in(() -> jdbc.sql(query).query(String.class).list());
    }

    private <T> T in(Supplier<T> action) {
        return world.inTransaction(new Scope.Tenant(tenant), action);
    }
}
