package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.DiskFull;
import com.duemate.server.embedded.EmbeddedServersUnavailable.StartFailed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;

/** Makes the database and the logins of the planes, or brings them back to what they must be. */
final class Provisioning {

    static final String DATABASE = "duemate";

    private static final String LOGINS = "/db/provision/logins.sql";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String DISK_FULL = "53100";

    private Provisioning() {}

    static void run(int port, Secrets secrets, DataDirectory directory) throws IOException {
        var logins = withPasswords(logins(), secrets);
        try (var superuser = connect(port, secrets)) {
            createDatabase(superuser);
            superuser.setAutoCommit(false);
            execute(superuser, logins);
            superuser.commit();
        } catch (SQLException e) {
            throw fault(e, directory);
        }
    }

    private static Connection connect(int port, Secrets secrets) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword(secrets.ofSuperuser());
        return source.getConnection();
    }

    private static void createDatabase(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var found =
                        statement.executeQuery("select from pg_database where datname = '%s'".formatted(DATABASE))) {
            if (!found.next()) {
                execute(superuser, "create database " + DATABASE);
            }
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String logins() throws IOException {
        try (var in = Provisioning.class.getResourceAsStream(LOGINS)) {
            if (in == null) {
                throw new FileNotFoundException(LOGINS);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts in SCRAM verifiers instead of the passwords: the server stores those anyway, and a log of a failed statement tells nothing. */
    private static String withPasswords(String sql, Secrets secrets) {
        var text = sql;
        for (var login : DatabaseLogin.values()) {
            var verifier = PasswordUtil.encodeScramSha256(secrets.of(login).toCharArray());
            text = text.replace("${%s}".formatted(login.plane()), "'%s'".formatted(verifier));
        }
        return text;
    }

    private static EmbeddedServersUnavailable fault(SQLException e, DataDirectory directory) {
        if (WRONG_PASSWORD.equals(e.getSQLState())) {
            return new StartFailed(
                    "The passwords in %s do not fit the database beside them. Restore the file that does, or move %s away to start afresh."
                            .formatted(directory.root().resolve("secrets.properties"), directory.root()));
        }
        var message = String.valueOf(e.getMessage());
        if (DISK_FULL.equals(e.getSQLState()) || DataDirectory.saysDiskFull(message)) {
            return new DiskFull(directory.root());
        }
        return new StartFailed(
                "PostgreSQL",
                message.lines().findFirst().orElse(message),
                directory.logs().resolve("postgres.log"));
    }
}
