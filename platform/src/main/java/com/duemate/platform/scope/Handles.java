package com.duemate.platform.scope;

import com.duemate.platform.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door's table: rooms register secrets and names by their SHA-256; anybody may ask what one exact key stands for. */
public interface Handles {

    /** Looks one key up in the door's scope, whoever asks. Expired handles are not found. */
    Optional<Handle> resolve(HandleKind kind, String key);

    /** As {@link #resolve}, for keys that stand for several subjects. */
    List<Handle> resolveAll(HandleKind kind, String key);

    /** Registers a key of the current tenant, or of the platform in the staff's scope. Idempotent per kind, key and subject. */
    void register(HandleKind kind, String key, UUID subject, Registration registration);

    /** Registers several keys of one kind of the current tenant with one statement. */
    void registerAll(HandleKind kind, List<Entry> entries);

    /** Forgets all keys of one kind that stand for the subject. */
    void revoke(HandleKind kind, UUID subject);

    record Entry(String key, UUID subject, Registration registration) {}

    /**
     * @param customer for whom it acts
     * @param detail a short routing word
     * @param expiresAt by the system's time; null for never
     */
    record Registration(
            @Nullable CustomerId customer,
            String detail,
            @Nullable Instant expiresAt) {

        public static final Registration PLAIN = new Registration(null, "", null);

        public static Registration of(String detail) {
            return new Registration(null, detail, null);
        }
    }
}
