package com.duemate.platform.identity;

import java.io.Serializable;

/** One's own second factor: time-based codes (RFC 6238: SHA-1, six digits, 30 seconds). For signed-in users and staff. */
public interface SecondFactor {

    boolean enrolled();

    /** Offers a new secret; it counts once confirmed. */
    Offer offer();

    /** Takes the offered secret into use by its first code. @return false when the code is wrong */
    boolean confirm(String code);

    /** @return false when the code is wrong, or a second factor is required here */
    boolean disable(String code);

    /** @param secret base32, for typing; @param uri {@code otpauth://}, for a QR code */
    record Offer(String secret, String uri) implements Serializable {}
}
