package com.duemate.platform.scope;

/** The server refuses to start on this database; the message is one line that says why. */
public final class UnsafeDatabase extends RuntimeException {

    public UnsafeDatabase(String message) {
        super(message);
    }
}
