package com.duemate.platform.imports.internal;

import java.io.IOException;

/** The file, or the rest of it, cannot or must not be read. */
final class BrokenFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    BrokenFile(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
