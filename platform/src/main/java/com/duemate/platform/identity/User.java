package com.duemate.platform.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a seat in the tenant.
 *
 * @param ownAccount whether this tenant keeps the account; only then may it reset password and second factor
 * @param signedInAt last sign-in to this tenant, by the system's time
 */
public record User(
        UserId id,
        String email,
        String name,
        Role role,
        State state,
        boolean ownAccount,
        boolean secondFactor,
        @Nullable Instant signedInAt,
        Instant createdAt) {

    /** Whether the seat is taken and open. */
    public enum State {
        INVITED,
        ACTIVE,
        DISABLED
    }
}
