package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.reminders.shards.Shards;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes what is due in this worker's shards, for staff to see. */
@Component
@OnRole(ServerRole.WORKER)
class ShardHealth {

    private static final String PUBLISH = """
            insert into reminders.shard_health as h (shard, backlog, oldest_due, measured_at)
            select s.shard, x.steps, x.oldest, clock_timestamp()
            from reminders.shard s cross join lateral (
                select count(*) as steps, min(due_at) as oldest from (
                    select d.due_at from reminders.scheduled_step d
                    where d.shard = s.shard and d.due_at <= :now order by d.due_at limit :most) d) x
            where s.worker = :worker order by s.shard
            on conflict (shard) do update
            set backlog = excluded.backlog, oldest_due = excluded.oldest_due, measured_at = excluded.measured_at""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final Shards shards;

    ShardHealth(JdbcClient jdbc, PlatformTransactionManager transactions, BusinessClock clock, Shards shards) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.shards = shards;
    }

    @Bean
    Ticker shardHealthTicker() {
        return new Loop();
    }

    void publish() {
        Backstage.run(
                new Scope.Engine(),
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(PUBLISH)
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .param("most", EngineRoom.MOST_COUNTED + 1)
                        .param("worker", shards.worker())
                        .update()));
    }

    private final class Loop extends Ticker {

        Loop() {
            super("shard-health", Duration.ofSeconds(5), () -> {
                publish();
                return false;
            });
        }

        /** It has no work that anybody could wait for. */
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public void wake() {}
    }
}
