package com.duemate.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that an embedded installation's keys are derived from: each drawn once, in a file that only its owner reads. */
final class InstallationSecret {

    private static final int BYTES = 32;

    private InstallationSecret() {}

    static String in(Path directory, String name) {
        var file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure.Refused("%s cannot be read or written: %s".formatted(file, e.getMessage()));
        }
    }
}
