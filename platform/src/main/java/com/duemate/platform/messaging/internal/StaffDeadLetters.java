package com.duemate.platform.messaging.internal;

import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.DeadLetters;
import com.duemate.platform.scope.MayRunPlatform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@MayRunPlatform
class StaffDeadLetters implements DeadLetters {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String REVIVE =
            "update messaging.outbox set status = 'NEW', attempts = 0, leased_until = null, ready_at = clock_timestamp()"
                    + " where status = 'DEAD'";

    private final JdbcClient jdbc;

    StaffDeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<DeadLetter> list(int limit, @Nullable String cursor) {
        int most = Math.clamp(limit, 1, Page.MAX_LIMIT);
        var after = Cursor.parse(cursor, 2);
        var found = jdbc.sql("""
                        select tenant_id, id, name, business_at, attempts, last_error from messaging.outbox
                        where status = 'DEAD' and (business_at, id) < (?, ?)
                        order by business_at desc, id desc limit ?""")
                .params(
                        after.map(c -> c.instant(0).atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX),
                        after.map(c -> c.uuid(1)).orElse(LAST),
                        most + 1)
                .query(StaffDeadLetters::letter)
                .list();
        return Cursor.page(
                found,
                most,
                Function.identity(),
                last -> Cursor.of(last.happenedAt().toString(), last.event().toString()));
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        var told = Objects.requireNonNullElse(row.getString("last_error"), "");
        int space = told.indexOf(' ');
        return new DeadLetter(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("business_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                space < 0 ? "" : told.substring(0, space),
                told.substring(space + 1));
    }

    @Override
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*)::int from messaging.outbox where status = 'DEAD'")
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public boolean replay(TenantId tenant, UUID event) {
        return jdbc.sql(REVIVE + " and tenant_id = ? and id = ?")
                        .params(tenant.value(), event)
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public int replayAll() {
        return jdbc.sql(REVIVE).update();
    }
}
