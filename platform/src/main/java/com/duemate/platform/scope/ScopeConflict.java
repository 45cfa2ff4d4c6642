package com.duemate.platform.scope;

/** A scope was asked for that contradicts the signed-in principal or the open transaction. */
public final class ScopeConflict extends IllegalStateException {

    public ScopeConflict(String message) {
        super(message);
    }
}
