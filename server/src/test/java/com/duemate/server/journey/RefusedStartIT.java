package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the server does when it cannot start: one plain line, an exit code that is not 0, and nothing left running. */
class RefusedStartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aTakenPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refused("port", "--server.port=" + taken.getLocalPort()))
                    .isEqualTo(
                            "DueMate did not start: port %d is taken. End what uses it, or choose another with --server.port=%d."
                                    .formatted(taken.getLocalPort(), taken.getLocalPort() + 1));
        }
    }

    @Test
    void aDataDirectoryThatAnotherServerHas() throws Exception {
        var other = PackagedServer.shared();
        assertThat(refused("lock", "--server.port=0", "--duemate.data-directory=" + other.data()))
                .startsWith("DueMate did not start: ")
                .contains(other.data().toString());
    }

    @Test
    void theDemoForEverybody() throws Exception {
        assertThat(refused("open", "--server.address=0.0.0.0"))
                .startsWith("DueMate did not start: the embedded servers and the demo are for this machine only");
        assertThat(refused("demo", "--duemate.embedded=false", "--duemate.demo=true"))
                .startsWith("DueMate did not start: demo data is for the embedded servers only");
    }

    @Test
    void aDatabaseThatIsNotThere() throws Exception {
        var arguments = new ArrayList<String>();
        arguments.add("--duemate.embedded=false");
        arguments.add("--server.port=0");
        for (var plane : List.of("tenant", "customer", "engine", "staff", "door")) {
            arguments.add("--duemate.scope.%s.url=jdbc:postgresql://127.0.0.1:1/duemate".formatted(plane));
            arguments.add("--duemate.scope.%s.username=duemate_%s".formatted(plane, plane));
            arguments.add("--duemate.scope.%s.password=x".formatted(plane));
        }
        assertThat(refused("database", arguments.toArray(String[]::new)))
                .startsWith("DueMate did not start: ")
                .contains("not reachable");
    }

    /** @return the one line it said */
    private static String refused(String name, String... arguments) throws IOException, InterruptedException {
        var directory = Path.of("target/journey/refused-" + name).toAbsolutePath();
        Files.createDirectories(directory);
        var process = PackagedServer.process(directory, List.of(arguments)).start();
        var said = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(1);
        var lines = said.lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).as(said).hasSize(1);
        return lines.getFirst();
    }
}
