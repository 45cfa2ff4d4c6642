package com.duemate.server;

import com.duemate.platform.identity.UnsafeIdentity;
import com.duemate.platform.scope.UnsafeDatabase;
import com.duemate.server.embedded.EmbeddedServersUnavailable;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why the server did not start and what to do. */
final class StartFailure {

    private StartFailure() {}

    /** A setting that the server refuses to start with. */
    static final class Refused extends RuntimeException {

        Refused(String line) {
            super(line);
        }
    }

    static String lineOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return "DueMate did not start: " + refused.getMessage();
                }
                case EmbeddedServersUnavailable unavailable -> {
                    return "DueMate did not start: " + unavailable.getMessage();
                }
                case UnsafeDatabase unsafe -> {
                    return "DueMate did not start: " + unsafe.getMessage();
                }
                case UnsafeIdentity unsafe -> {
                    return "DueMate did not start: " + unsafe.getMessage();
                }
                case PortInUseException taken -> {
                    return portTaken(taken.getPort());
                }
                case SQLException sql
                when String.valueOf(sql.getSQLState()).startsWith("08") -> {
                    return "DueMate did not start: the database is not reachable: " + firstLine(sql);
                }
                case FlywayException flyway -> {
                    return "DueMate did not start: the database could not be brought up to date: " + firstLine(flyway);
                }
                default -> {}
            }
        }
        return "DueMate did not start: " + firstLine(root(failure));
    }

    static String portTaken(int port) {
        return "DueMate did not start: port %d is taken. End what uses it, or choose another with --server.port=%d."
                .formatted(port, port + 1);
    }

    private static Throwable root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(l -> !l.isBlank())
                .findFirst()
                .orElse(failure.toString());
    }
}
