package com.duemate.platform.payments.internal;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.scope.ServerRole;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what must be readable again: AES-256-GCM under a key of each tenant (HKDF-SHA256, RFC 5869), bound to tenant, column and
 * row, so that a ciphertext moved elsewhere does not open.
 */
@Component
@OnRole({ServerRole.API, ServerRole.WORKER})
class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey master;

    Seal(PaymentSettings settings) {
        this.master = new SecretKeySpec(settings.sealingKey(), "HKDF");
    }

    byte[] seal(String column, UUID row, String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, column, row, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the bytes were not sealed for this tenant, column and row */
    String open(String column, UUID row, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, column, row, rest), StandardCharsets.UTF_8);
    }

    /** A secret of this tenant that need not be stored, since the label makes it again. */
    String derived(String label) {
        return Secrets.text(key("derive|" + label).getEncoded());
    }

    private byte[] run(int mode, byte[] nonce, String column, UUID row, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key("seal"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((Scopes.tenant() + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open", e);
        }
    }

    private SecretKey key(String purpose) {
        var info = ("payments|" + Scopes.tenant() + "|" + purpose).getBytes(StandardCharsets.UTF_8);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES", HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(info, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
