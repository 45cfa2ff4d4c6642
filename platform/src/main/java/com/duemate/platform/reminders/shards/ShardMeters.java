package com.duemate.platform.reminders.shards;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this worker's shards look like from outside, as of its last beat. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShardSettings.class)
@OnRole(ServerRole.WORKER)
class ShardMeters implements MeterBinder {

    private final ShardKeeper keeper;

    ShardMeters(ShardKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("duemate.reminders.shards.owned", keeper, ShardKeeper::owned)
                .description("Shards of the due engine that this worker owns, of " + Shards.ALL)
                .register(registry);
        TimeGauge.builder("duemate.reminders.due.age", keeper, TimeUnit.MILLISECONDS, worker -> worker.oldestDue()
                        .toMillis())
                .description("For how long the oldest undecided step in this worker's shards has been due")
                .register(registry);
    }
}
