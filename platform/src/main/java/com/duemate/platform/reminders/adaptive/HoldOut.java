package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Draws who is held out: by a hash of tenant, customer and epoch, so that it is as good as a draw and always comes to the same. */
final class HoldOut {

    private HoldOut() {}

    static boolean holds(TenantId tenant, CustomerId customer, int epoch, int percent) {
        var drawn = ByteBuffer.allocate(36)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(customer.value().getMostSignificantBits())
                .putLong(customer.value().getLeastSignificantBits())
                .putInt(epoch);
        return Long.remainderUnsigned(ByteBuffer.wrap(sha256(drawn.array())).getLong(), 10_000) < percent * 100L;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
