package com.duemate.platform.reminders.shards;

import java.util.UUID;

/** This worker's part in the sharing out; what it owns at a moment stands in {@code reminders.shard} and nowhere else. */
@FunctionalInterface
public interface Shards {

    int ALL = 64;

    /** Whom a shard is leased to when it is this worker's; another one in each process. */
    UUID worker();
}
