package com.duemate.server.embedded;

/** {@code postgresql.conf}, written anew at every start: what is committed is on disk, and nobody but this machine can connect. */
final class PostgresSettings {

    private PostgresSettings() {}

    static String text(int port) {
        return """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                max_locks_per_transaction = 256
                shared_buffers = '128MB'

                fsync = on
                synchronous_commit = on
                full_page_writes = on

                password_encryption = 'scram-sha-256'
                row_security = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%u '
                log_checkpoints = off
                """.formatted(port);
    }
}
