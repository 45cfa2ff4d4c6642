package com.duemate.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Stored bytes of the current tenant, addressed by their SHA-256 (hex). */
public interface Files {

    /** Stores the stream; the same bytes are stored once. */
    StoredFile store(String room, String contentType, InputStream bytes) throws IOException;

    /** Gives stored bytes back; the room must refer to them no more. The bytes go after the commit. */
    void forget(String room, String sha256);

    /** A readable local copy of the bytes; empty when the tenant has no such file. */
    Optional<Path> open(String room, String sha256);

    /** @param size bytes */
    record StoredFile(String sha256, String contentType, long size) {}
}
