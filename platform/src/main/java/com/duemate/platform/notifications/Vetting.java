package com.duemate.platform.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A room's last word on its own messages, asked in the transaction that hands a message to its channel. A bean per kind.
 */
public interface Vetting {

    String kind();

    /**
     * A text key that says why the message must not go any more; empty when it may. Locks what it relied on.
     *
     * @param queuedAt business time
     */
    Optional<String> veto(MessageId message, Instant queuedAt, List<UUID> subjects);
}
