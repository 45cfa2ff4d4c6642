package com.duemate.platform.identity;

import com.duemate.platform.tenancy.Hosts.KnownHost;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Finding out who somebody is, in one or two steps, at a host of the tenants' people or of the staff. For nobody yet. */
public interface SignIn {

    /** @param clientAddress where the attempt comes from, for its limits */
    Outcome withPassword(KnownHost host, String email, String password, String clientAddress);

    /** The second step where a second factor is set. */
    Outcome withCode(Pending pending, String code, String clientAddress);

    /** The second step where a second factor must be set first: what to put into the authenticator app. */
    Optional<SecondFactor.Offer> offer(Pending pending);

    /** Takes the offered second factor into use by its first code. */
    Outcome enrol(Pending pending, String code, String clientAddress);

    /** Whether what was found out at sign-in still holds: account and seat are open and unchanged, and it is not too long ago. */
    boolean holds(Object principal);

    /**
     * Somebody who has shown a password and nothing else; kept in the session.
     *
     * @param home null for staff
     */
    record Pending(UUID account, @Nullable UUID home, boolean enrolled, Instant since) implements Serializable {

        /** How long the second step may take. */
        public static final Duration LIFE = Duration.ofMinutes(10);
    }

    /** What became of an attempt. */
    sealed interface Outcome {

        /** @param authentication to be put into a session with a new id */
        record SignedIn(Authentication authentication) implements Outcome {}

        record CodeNeeded(Pending pending) implements Outcome {}

        record EnrolmentNeeded(Pending pending) implements Outcome {}

        /** Wrong, whatever was wrong. */
        record Refused() implements Outcome {}

        /** Too many attempts; nothing was tried. */
        record Wait(Duration time) implements Outcome {}

        /** Right, but no tenant is open to this account. */
        record NowhereToGo() implements Outcome {}

        /** The second step took too long. */
        record TooLate() implements Outcome {}
    }
}
