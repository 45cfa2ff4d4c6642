package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.FormTokens;
import com.duemate.platform.kernel.SecurityClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

@Component
class SignedFormTokens implements FormTokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final int LENGTH = Long.BYTES + 32;

    private final SecretKey key;
    private final SecurityClock clock;

    SignedFormTokens(InstallationKeys keys, SecurityClock clock) {
        this.key = keys.derive("form", "HmacSHA256");
        this.clock = clock;
    }

    @Override
    public String issue(String purpose, String boundTo) {
        long until = clock.now().plus(LIFE).getEpochSecond();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(LENGTH)
                        .putLong(until)
                        .put(sign(until, purpose, boundTo))
                        .array());
    }

    @Override
    public boolean accepts(String token, String purpose, String boundTo) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != LENGTH) {
            return false;
        }
        var buffer = ByteBuffer.wrap(bytes);
        long until = buffer.getLong();
        var signature = new byte[LENGTH - Long.BYTES];
        buffer.get(signature);
        return MessageDigest.isEqual(signature, sign(until, purpose, boundTo))
                && until >= clock.now().getEpochSecond();
    }

    private byte[] sign(long until, String purpose, String boundTo) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(until)
                    .putInt(purpose.length())
                    .array());
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(boundTo.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
