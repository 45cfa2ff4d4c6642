package com.duemate.platform.notifications;

/** What became of a message. */
public enum MessageStatus {
    /** Decided and rendered; not yet handed to anybody. */
    QUEUED,
    /** The intent is recorded and the provider is being called. */
    SENDING,
    SENT,
    /** Test mode or demo: kept here instead of sent. */
    CAPTURED,
    /** Refused for good, with its reason. */
    FAILED,
    /** The answer was lost after the call: never sent again by itself. */
    UNKNOWN,
    /** Taken back before it went, because what it said was no longer true. */
    WITHDRAWN
}
