package com.duemate.platform.reminders.shards;

/** This worker has just got shards, in which something may be due already. */
public record ShardsTaken(int count) {}
