package com.duemate.platform.reminders.shards;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease for how long a worker has its shards when nothing is heard from it
 * @param beat how often it renews them; a dead worker's shards are with others after a lease and a beat
 */
@ConfigurationProperties("duemate.reminders.shards")
record ShardSettings(
        @DefaultValue("9s") Duration lease,
        @DefaultValue("3s") Duration beat) {

    ShardSettings {
        if (!beat.isPositive() || lease.compareTo(beat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("duemate.reminders.shards.lease must be at least two beats");
        }
    }
}
