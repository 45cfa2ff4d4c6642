package com.duemate.platform.notifications;

import java.time.Instant;
import java.util.Optional;

/** Whether messages may leave the house just now; asked in the transaction that hands one over, in its tenant's scope. */
public interface SendingGate {

    /**
     * A text key that says why a message of the kind has to wait; it is asked again within seconds. Empty when it may go.
     *
     * @param queuedAt business time
     */
    Optional<String> shut(MessageKind kind, Instant queuedAt);
}
