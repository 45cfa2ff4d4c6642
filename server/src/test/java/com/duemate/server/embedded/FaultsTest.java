package com.duemate.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.server.embedded.EmbeddedServersUnavailable.DiskFull;
import com.duemate.server.embedded.EmbeddedServersUnavailable.PlatformNotSupported;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    @Test
    void tellsAFullDiskFromTheServersOwnWords(@TempDir Path temporary) throws IOException {
        var directory = DataDirectory.open(temporary);
        var log = ServerLog.fromNow(directory.logs().resolve("postgres.log"), "PostgreSQL");
        log.append("""
                2026-11-21 21:33:36.416 UTC [7] LOG:  starting PostgreSQL 18.6
                2026-11-21 21:33:36.418 UTC [7] FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device
                """);
        assertThat(log.fault(directory))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining(directory.root().toString());
        assertThatThrownBy(() -> directory.guarding(() -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(DiskFull.class);
    }

    @Test
    void picksTheLineThatSaysWhy() {
        assertThat(ServerLog.cause("""
                        2026-11-21 21:33:36.416 UTC [7]  LOG:  listening on IPv4 address
                        2026-11-21 21:33:36.418 UTC [7]  FATAL:  data directory "/x" has invalid permissions
                        2026-11-21 21:33:36.418 UTC [7]  DETAIL:  Permissions should be u=rwx (0700).
                        pg_ctl: could not start server
                        """)).isEqualTo("data directory \"/x\" has invalid permissions");
        assertThat(ServerLog.cause("initdb: error: invalid locale name \"x\"\n"))
                .isEqualTo("invalid locale name \"x\"");
        assertThat(ServerLog.cause("7:C 21 Nov 2026 * one\n7:M # Could not create server TCP listening socket\n"))
                .isEqualTo("Could not create server TCP listening socket");
        assertThat(ServerLog.cause("one\nlast\n\n")).isEqualTo("last");
    }

    @Test
    void forgetsWhatTheLogSaidBeforeThisStart(@TempDir Path temporary) throws IOException {
        var directory = DataDirectory.open(temporary);
        var file = directory.logs().resolve("postgres.log");
        ServerLog.fromNow(file, "PostgreSQL").append("FATAL:  old\n");
        var log = ServerLog.fromNow(file, "PostgreSQL");
        log.append("FATAL:  new\n");
        assertThat(log.fault(directory)).hasMessageContaining("new").hasMessageNotContaining("old");
    }

    @Test
    void namesTheMachineThereIsNoProgramFor(@TempDir Path temporary) {
        assertThatThrownBy(() -> Machine.of("Windows 11", "amd64", false))
                .isInstanceOf(PlatformNotSupported.class)
                .hasMessageContaining("Windows 11")
                .hasMessageContaining("DUEMATE_EMBEDDED=false");
        var unknown = new Machine("plan9", "amd64", false, false);
        assertThatThrownBy(() -> Binaries.postgres(unknown, temporary)).isInstanceOf(PlatformNotSupported.class);
    }

    @Test
    void knowsTheProgramsOfEveryMachineItSupports() {
        for (var os : new String[] {"Linux", "Mac OS X"}) {
            for (var arch : new String[] {"amd64", "aarch64"}) {
                var machine = Machine.of(os, arch, false);
                assertThat(getClass().getResource(machine.postgresArchive())).isNotNull();
                assertThat(getClass().getResource(machine.redisBinary())).isNotNull();
            }
        }
    }
}
