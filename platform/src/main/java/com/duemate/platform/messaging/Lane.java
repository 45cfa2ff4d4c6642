package com.duemate.platform.messaging;

/** A stream of work with a topic, consumers and a backlog of its own, so that what takes long never holds up the rest. */
public enum Lane {
    /** Facts that rooms react to. */
    EVENTS(4, 400, false),
    /** Papers to be rendered ahead of those who will ask for them. */
    PAPERS(4, 400, false),
    /** What nobody waits for. */
    CHORES(2, 8, false),
    /** E-mails to be handed to a mail server, which takes its time. */
    EMAIL(8, 16, true),
    /** Text messages to be handed to a provider. */
    SMS(4, 16, true);

    private final int sideBySide;
    private final int inFlight;
    private final boolean scattered;

    Lane(int sideBySide, int inFlight, boolean scattered) {
        this.sideBySide = sideBySide;
        this.inFlight = inFlight;
        this.scattered = scattered;
    }

    /** How many of a worker's consumers receive at the same time. */
    public int sideBySide() {
        return sideBySide;
    }

    /** How many a worker gives to the transport before the first of them has arrived. */
    public int inFlight() {
        return inFlight;
    }

    /** True where one tenant's work may occupy several consumers at once; otherwise it stays with one. */
    public boolean isScattered() {
        return scattered;
    }
}
