package com.duemate.platform.files.internal;

import com.duemate.platform.files.Files;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.scope.Scopes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps bytes on the local disk under {@code tenant/<id>/<room>/<sha256>}; the row says what the tenant may see. */
@Repository
class LocalFiles implements Files {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFiles.class);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Path root;

    LocalFiles(JdbcClient jdbc, BusinessClock clock, Environment environment) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.root = Path.of(environment.getProperty("duemate.files.directory", ".duemate/files"))
                .toAbsolutePath();
    }

    @Override
    @Transactional
    public StoredFile store(String room, String contentType, InputStream bytes) throws IOException {
        var directory = directory(room);
        java.nio.file.Files.createDirectories(directory);
        var arriving = java.nio.file.Files.createTempFile(directory, "arriving", null);
        try {
            var digest = sha256();
            try (var in = new DigestInputStream(bytes, digest)) {
                java.nio.file.Files.copy(in, arriving, StandardCopyOption.REPLACE_EXISTING);
            }
            var stored = new StoredFile(
                    HexFormat.of().formatHex(digest.digest()), contentType, java.nio.file.Files.size(arriving));
            jdbc.sql("""
                            insert into files.stored_file (room, sha256, content_type, size, stored_at)
                            values (?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(
                            room,
                            stored.sha256(),
                            contentType,
                            stored.size(),
                            clock.now().atOffset(ZoneOffset.UTC))
                    .update();
            java.nio.file.Files.move(arriving, directory.resolve(stored.sha256()), StandardCopyOption.REPLACE_EXISTING);
            return stored;
        } finally {
            java.nio.file.Files.deleteIfExists(arriving);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Path> open(String room, String sha256) {
        return jdbc.sql("select sha256 from files.stored_file where room = ? and sha256 = ?")
                .params(room, sha256)
                .query(String.class)
                .optional()
                .map(known -> directory(room).resolve(known))
                .filter(java.nio.file.Files::isReadable);
    }

    @Override
    @Transactional
    public void forget(String room, String sha256) {
        int known = jdbc.sql("delete from files.stored_file where room = ? and sha256 = ?")
                .params(room, sha256)
                .update();
        var bytes = directory(room).resolve(sha256);
        if (known == 1) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    delete(bytes);
                }
            });
        }
    }

    private static void delete(Path bytes) {
        try {
            java.nio.file.Files.deleteIfExists(bytes);
        } catch (IOException e) {
            LOG.warn("bytes that nobody refers to stay on the disk", e);
        }
    }

    private Path directory(String room) {
        return root.resolve("tenant").resolve(Scopes.tenant().toString()).resolve(room);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
