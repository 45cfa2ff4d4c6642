package com.duemate.platform.messaging;

import com.duemate.platform.kernel.Page;
import com.duemate.platform.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For staff: facts that a room could not take however often it was tried. Nothing of what they say, only whose and which. */
public interface DeadLetters {

    /** Newest first. */
    Page<DeadLetter> list(int limit, @Nullable String cursor);

    int count();

    /**
     * Has it handed on again; rooms that took it before are not asked twice.
     *
     * @return false when it is no dead letter any more
     */
    boolean replay(TenantId tenant, UUID event);

    /** Has all of them handed on again. @return how many */
    int replayAll();

    /**
     * @param name of the event: {@code invoicing.InvoicePaid.v1}
     * @param handler of the room that did not take it; empty when it did not get that far
     * @param error class of what went wrong
     */
    record DeadLetter(
            TenantId tenant, UUID event, String name, Instant happenedAt, int attempts, String handler, String error) {}
}
