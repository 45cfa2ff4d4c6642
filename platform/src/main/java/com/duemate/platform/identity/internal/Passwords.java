package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.Users;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as argon2id (RFC 9106; 19 MiB, two passes: the OWASP minimum). As many are hashed at once as there are cores, so that
 * a flood of attempts cannot take all memory.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final long WAIT_SECONDS = 8;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore hashing =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String nobodys;

    Passwords() {
        this.nobodys = encode("nobody has this password " + new java.security.SecureRandom().nextLong());
    }

    /** Too many passwords are being hashed; nothing was tried. */
    static final class Crowded extends RuntimeException {}

    /** A text key that says what is wrong with a new password; empty when it may be used. */
    static Optional<String> refusal(String password, String email) {
        var plain = normal(password);
        if (plain.codePointCount(0, plain.length()) < Users.MIN_PASSWORD) {
            return Optional.of("identity.refused.passwordShort");
        }
        if (plain.length() > Users.MAX_PASSWORD) {
            return Optional.of("identity.refused.passwordLong");
        }
        return plain.equalsIgnoreCase(email) || plain.chars().distinct().count() < 5
                ? Optional.of("identity.refused.passwordPlain")
                : Optional.empty();
    }

    /** @throws Crowded */
    String encode(String password) {
        return limited(() -> encoder.encode(normal(password)));
    }

    /** @throws Crowded */
    boolean matches(String password, String encoded) {
        return password.length() <= Users.MAX_PASSWORD && limited(() -> encoder.matches(normal(password), encoded));
    }

    /** Takes as long as {@link #matches} where there is nothing to match. @throws Crowded */
    void pretend(String password) {
        boolean never = matches(password, nobodys);
        if (never) {
            throw new IllegalStateException("the password nobody has was given");
        }
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Crowded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Crowded();
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
