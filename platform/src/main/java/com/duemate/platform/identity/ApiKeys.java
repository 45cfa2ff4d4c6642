package com.duemate.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys for programs that work with the current tenant. For owners. */
public interface ApiKeys {

    /** Newest first, revoked ones last. */
    List<ApiKey> list();

    /** @param expiresAt by the system's time; null for never */
    Outcome create(String name, Access access, @Nullable Instant expiresAt);

    /** Ends a key at once. @return false when there is no such key, or it was revoked before */
    boolean revoke(UUID key);

    /** Who holds this secret; for nobody in particular. Empty when no live key is this one. */
    Optional<ApiClient> identify(String secret);

    /** What a key may do. */
    enum Access {
        READ,
        WRITE
    }

    /**
     * What is known of a key.
     *
     * @param hint the first characters of the secret
     * @param lastUsedAt to the minute
     */
    record ApiKey(
            UUID id,
            String name,
            String hint,
            Access access,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** What became of a wish for a key. */
    sealed interface Outcome {

        /** @param secret {@code dm_live_} and 256 random bits in base64url; shown now and never again */
        record Created(UUID key, String secret) implements Outcome {}

        /** @param field of the form; @param reason a text key of bundle {@code identity} */
        record Refused(String field, String reason) implements Outcome {}
    }
}
