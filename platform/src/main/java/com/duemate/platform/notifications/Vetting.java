package com.duemate.platform.notifications;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A room's last word on its own messages, asked in a transaction immediately before they are handed to their channel. A bean per
 * kind.
 */
public interface Vetting {

    String kind();

    /**
     * Text keys that say why messages must not go any more; one that may go is not in the answer. Locks what it relied on.
     *
     * @param waiting messages of the kind, of one tenant
     */
    Map<MessageId, String> vetoes(Collection<Waiting> waiting);

    /**
     * A message that is about to go.
     *
     * @param queuedAt business time
     * @param subjects what it is about, as it was queued with
     */
    record Waiting(MessageId id, Instant queuedAt, List<UUID> subjects) {}
}
