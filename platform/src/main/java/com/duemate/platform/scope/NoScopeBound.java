package com.duemate.platform.scope;

/** Code asked for the database without saying in whose name: it gets nothing. */
public final class NoScopeBound extends IllegalStateException {

    public NoScopeBound() {
        super("no scope is bound and no principal is signed in");
    }
}
