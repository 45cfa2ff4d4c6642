package com.duemate.platform.reminders.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.reminders.safety.EngineRoom.Backlog;
import com.duemate.platform.reminders.safety.EngineRoom.Health;
import com.duemate.platform.reminders.safety.EngineRoom.Shard;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sum of what was not counted to its end says so. */
class BacklogTest {

    private static final UUID BUSY = new UUID(0, 1);
    private static final UUID IDLE = new UUID(0, 2);
    private static final int UNCOUNTED = EngineRoom.MOST_COUNTED + 1;

    private final Health health =
            new Health(List.of(), List.of(shard(0, BUSY, UNCOUNTED), shard(1, IDLE, 7), shard(2, BUSY, 5)));

    @Test
    void aSumIsCutWhereOneOfItsShardsIs() {
        assertThat(health.backlog(BUSY)).isEqualTo(new Backlog(EngineRoom.MOST_COUNTED + 5, true));
        assertThat(health.backlog(IDLE)).isEqualTo(new Backlog(7, false));
        assertThat(health.backlog()).isEqualTo(new Backlog(EngineRoom.MOST_COUNTED + 12, true));
    }

    private static Shard shard(int number, UUID worker, long backlog) {
        return new Shard(number, worker, 1, Duration.ofSeconds(9), backlog, Duration.ZERO, Duration.ZERO);
    }
}
