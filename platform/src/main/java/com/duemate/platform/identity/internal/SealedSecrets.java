package com.duemate.platform.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Secrets as they lie in the database: AES-256-GCM, bound to their row, so that one moved elsewhere does not open. */
@Component
class SealedSecrets {

    private static final byte VERSION = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    SealedSecrets(InstallationKeys keys) {
        this.key = keys.derive("second-factor", "AES");
    }

    /** @param place tenant, table, column and row it will lie in */
    byte[] seal(byte[] secret, String place) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var sealed = run(Cipher.ENCRYPT_MODE, iv, secret, place);
        var all = new byte[1 + IV_BYTES + sealed.length];
        all[0] = VERSION;
        System.arraycopy(iv, 0, all, 1, IV_BYTES);
        System.arraycopy(sealed, 0, all, 1 + IV_BYTES, sealed.length);
        return all;
    }

    /** @throws IllegalStateException when the bytes were changed, moved, or sealed with another key */
    byte[] open(byte[] sealed, String place) {
        if (sealed.length <= 1 + IV_BYTES || sealed[0] != VERSION) {
            throw new IllegalStateException("a sealed secret is damaged");
        }
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOfRange(sealed, 1, 1 + IV_BYTES),
                Arrays.copyOfRange(sealed, 1 + IV_BYTES, sealed.length),
                place);
    }

    private byte[] run(int mode, byte[] iv, byte[] input, String place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed secret cannot be opened", e);
        }
    }
}
