package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A tenant's turn, and what is due in it, for the one who claimed it. Whoever asks has the turn's row until its transaction ends, so
 * that nobody else can claim it meanwhile, the shard's next owner included.
 */
@Repository
class DueRows {

    /**
     * With so many on their way a tenant has no turn: its hundred thousand stay with it instead of standing before everybody else's
     * ten at the mail server.
     */
    private static final int MOST_ON_THEIR_WAY = 200;

    private static final String ROOM = """
            (select count(*) from (select from notifications.pub_reminder_on_its_way limit %1$d) w) < %1$d""".formatted(MOST_ON_THEIR_WAY);

    /** No row where the turn, or its shard, and the turn with it, is somebody else's since that claim: a tenant sees its own alone. */
    private static final String OWN = """
            with own as (
                update reminders.turn set leased_until = %s
                where fence = ? and not exists (select from reminders.shard where epoch > ?)
                returning fence)
            """;

    static final String ENDED = OWN.formatted("'-infinity'");
    private static final String KEPT = OWN.formatted("leased_until");

    /** {@code %s} stands for more columns. */
    static final String DUE = """
            select customer_id, due_at, %s as held%%s from (
                select s.*, s.ctid as place, s.xmin as version from reminders.scheduled_step s
                where due_at >= ? and due_at <= ? and ready_at <= clock_timestamp() and exists (select from own) and %s
                order by due_at limit ?) due""".formatted(CustomerLocks.HELD, ROOM);

    private static final String NEXT = ENDED + DUE.formatted("");
    private static final String LOOK = KEPT + DUE.formatted("");

    private static final String ALONE = KEPT + """
            select case when %s then %s else false end as held from own, (select ?::uuid as customer_id) one""".formatted(ROOM, CustomerLocks.HELD);

    private final JdbcClient jdbc;

    DueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param since who has something due, and since when
     * @param held those of them that this transaction holds
     * @param isCut whether there may be more
     * @param last when the latest of these steps fell due; null where others may be left before it
     */
    record Due(
            Map<CustomerId, Instant> since,
            Set<CustomerId> held,
            boolean isCut,
            @Nullable Instant last) {}

    /**
     * The customers of the tenant's next due steps, those that wait longest first, and takes those that are free; the turn ends with
     * the transaction. Nobody where it is not this claim's any more, or enough is on its way.
     *
     * @param from what fell due earlier is not looked at
     */
    Due next(Instant from, Instant now, int mostSteps, long fence) {
        return due(NEXT, from, now, mostSteps, fence);
    }

    /** All that is due, while the turn goes on. */
    Due look(Instant now, int mostSteps, long fence) {
        return due(LOOK, Reached.BEGINNING, now, mostSteps, fence);
    }

    private Due due(String statement, Instant from, Instant now, int mostSteps, long fence) {
        var rows = new Rows();
        jdbc.sql(statement)
                .params(fence, fence, from.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), mostSteps)
                .query(row -> {
                    rows.add(row);
                });
        return rows.due(mostSteps);
    }

    static final class Rows {

        private final Map<CustomerId, Instant> since = new LinkedHashMap<>();
        private final Set<CustomerId> held = new LinkedHashSet<>();
        private @Nullable Instant last;
        private int steps;

        CustomerId add(ResultSet row) throws SQLException {
            steps++;
            var customer = new CustomerId(row.getObject("customer_id", UUID.class));
            last = row.getObject("due_at", OffsetDateTime.class).toInstant();
            since.putIfAbsent(customer, last);
            if (row.getBoolean("held")) {
                held.add(customer);
            }
            return customer;
        }

        Due due(int most) {
            return new Due(since, held, steps == most, last);
        }
    }

    /**
     * One customer if it is free and not enough is on its way; the turn goes on.
     *
     * @throws TurnLost when it is not this claim's any more
     */
    Due alone(CustomerId customer, Instant since, long fence) {
        boolean held = jdbc.sql(ALONE)
                .params(fence, fence, customer.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(TurnLost::new);
        return new Due(Map.of(customer, since), held ? Set.of(customer) : Set.of(), false, null);
    }

    /** Lets others have the turn if it is this claim's. */
    void endTurn(long fence) {
        jdbc.sql(ENDED + "select count(*) from own")
                .params(fence, fence)
                .query(Integer.class)
                .single();
    }

    /** Has a customer's due steps tried again after a pause that grows up to five minutes. */
    void fail(CustomerId customer, long fence, Instant now) {
        jdbc.sql("""
                        update reminders.scheduled_step
                        set failures = failures + 1,
                            ready_at = clock_timestamp() + make_interval(secs => least(300, power(2, least(failures, 9))))
                        where customer_id = ? and due_at <= ? and exists (select from reminders.turn where fence = ?)
                          and not exists (select from reminders.shard where epoch > ?)""")
                .params(customer.value(), now.atOffset(ZoneOffset.UTC), fence, fence)
                .update();
    }

    static final class TurnLost extends RuntimeException {

        TurnLost() {
            super("the turn or its shard changed hands", null, false, false);
        }
    }
}
