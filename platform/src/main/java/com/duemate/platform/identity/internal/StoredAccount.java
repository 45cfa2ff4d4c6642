package com.duemate.platform.identity.internal;

import org.jspecify.annotations.Nullable;

/** An account's row, without what is secret in the clear. @param totp sealed */
record StoredAccount(
        AccountRef ref,
        String email,
        String name,
        String password,
        byte @Nullable [] totp,
        byte @Nullable [] totpOffered,
        long totpStep,
        Lockout lockout,
        boolean disabled,
        int stamp) {

    boolean enrolled() {
        return totp != null;
    }
}
