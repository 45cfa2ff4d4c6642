package com.duemate.platform.identity;

/** The server refuses to start with these settings; the message is one line that says why. */
public final class UnsafeIdentity extends RuntimeException {

    public UnsafeIdentity(String message) {
        super(message);
    }
}
