package com.duemate.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The append-only trail of every command: who, what, when (business and system time), chained by hash per tenant. */
public interface AuditTrail {

    /**
     * Records one command in the transaction that carries it out.
     *
     * @param action {@code <room>.<verb>}, such as {@code invoicing.void}
     * @param subject the row it was about
     * @param facts short facts for people; never a secret, never a message's content
     */
    void record(String action, UUID subject, Map<String, ?> facts);

    /** Records several in their order, with a few statements. */
    void recordAll(List<Command> commands);

    /** As the parameters of {@link #record}. */
    record Command(String action, UUID subject, Map<String, ?> facts) {}
}
