package com.duemate.platform.messaging;

/** A stream of work with a topic, consumers and a backlog of its own, so that what takes long never holds up the rest. */
public enum Lane {
    /** Facts that rooms react to. */
    EVENTS,
    /** Papers to be rendered ahead of those who will ask for them. */
    PAPERS
}
