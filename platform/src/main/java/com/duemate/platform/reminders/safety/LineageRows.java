package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of the lineage, in the engine's scope. */
@Repository
class LineageRows {

    private static final String LOOK = """
            select l.installation, l.era, l.system <> c.system_identifier or l.timeline <> reminders.timeline() as moved,
                   reminders.written() as written, f.last_value as fence
            from reminders.lineage l cross join pg_control_system() c cross join reminders.fence f""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LineageRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param moved the rows are another cluster's, or another timeline's; @param fence the last one drawn */
    record Sight(UUID installation, Watermark.Mark mark, boolean moved, long fence) {}

    Sight look() {
        return inEngine(() -> jdbc.sql(LOOK)
                .query((row, _) -> new Sight(
                        row.getObject("installation", UUID.class),
                        new Watermark.Mark(row.getInt("era"), row.getLong("written")),
                        row.getBoolean("moved"),
                        row.getLong("fence")))
                .single());
    }

    /**
     * Holds everything until staff release it, and begins a new era: what anybody remembers of earlier ones counts no more.
     *
     * @param era the highest that anybody knows of; @param fence the highest that anybody drew
     */
    void hold(int era, long fence, Instant now) {
        inEngine(() -> {
            jdbc.sql("select era from reminders.lineage for update")
                    .query(Integer.class)
                    .single();
            jdbc.sql("""
                            insert into reminders.stop (id, reach, cause, placed_by, placed_at)
                            values (?, 'PLATFORM', 'RESTORED', 'ENGINE', ?) on conflict do nothing""").params(Ids.next(), now.atOffset(ZoneOffset.UTC)).update();
            jdbc.sql("select setval('reminders.fence', greatest(last_value, ?)) from reminders.fence")
                    .param(fence)
                    .query(Long.class)
                    .single();
            return jdbc.sql("""
                            update reminders.lineage l
                            set system = c.system_identifier, timeline = reminders.timeline(), era = greatest(l.era, ?) + 1,
                                since = clock_timestamp()
                            from pg_control_system() c""").param(era).update();
        });
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }
}
