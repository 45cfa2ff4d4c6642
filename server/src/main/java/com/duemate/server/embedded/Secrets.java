package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.StartFailed;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** Random passwords, made once, in a file that only its owner can read. */
final class Secrets {

    private static final String SUPERUSER = "postgres";
    private static final String REDIS = "redis";
    private static final int BYTES = 24;

    private final Properties passwords;

    private Secrets(Properties passwords) {
        this.passwords = passwords;
    }

    /** Reads the passwords and makes those that are missing. */
    static Secrets in(DataDirectory directory) throws IOException {
        var file = directory.root().resolve("secrets.properties");
        var passwords = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                passwords.load(in);
            }
        } else if (Files.exists(directory.postgres())) {
            throw new StartFailed(
                    "%s is missing, and the database beside it cannot be opened without it. Restore the file, or move %s away to start afresh."
                            .formatted(file, directory.root()));
        }
        var before = passwords.size();
        passwords.computeIfAbsent(SUPERUSER, _ -> random());
        passwords.computeIfAbsent(REDIS, _ -> random());
        for (var login : DatabaseLogin.values()) {
            passwords.computeIfAbsent(login.username(), _ -> random());
        }
        if (passwords.size() != before) {
            var text = new StringWriter();
            passwords.store(text, "Passwords of the embedded servers. Whoever can read this file can read everything.");
            writePrivately(file, text.toString());
        }
        return new Secrets(passwords);
    }

    String ofSuperuser() {
        return passwords.getProperty(SUPERUSER);
    }

    String ofRedis() {
        return passwords.getProperty(REDIS);
    }

    String of(DatabaseLogin login) {
        return passwords.getProperty(login.username());
    }

    /** Replaces the file as a whole; it is on disk, and was never readable by others, when this returns. */
    static void writePrivately(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
