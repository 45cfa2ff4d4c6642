package com.duemate.server;

import com.duemate.platform.scope.Schema;
import com.duemate.server.embedded.EmbeddedServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What happens before the first bean: settings that contradict each other are refused, the embedded servers are started where
 * they are wanted, and {@code duemate.migrate-only} migrates and ends.
 */
final class Preparation implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** The server was only asked to migrate, and did. */
    static final class Done extends RuntimeException {}

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.getProperty("duemate.migrate-only", Boolean.class, false)) {
            migrate(environment);
            throw new Done();
        }
        boolean embedded = environment.getProperty("duemate.embedded", Boolean.class, true);
        boolean demo = environment.getProperty("duemate.demo", Boolean.class, embedded);
        if (demo && !embedded) {
            throw new StartFailure.Refused("demo data is for the embedded servers only; set duemate.demo=false.");
        }
        if (embedded) {
            startEmbedded(environment, demo);
        }
    }

    private static void migrate(ConfigurableEnvironment environment) {
        Schema.migrate(
                environment.getRequiredProperty("duemate.scope.owner.url"),
                environment.getRequiredProperty("duemate.scope.owner.username"),
                environment.getRequiredProperty("duemate.scope.owner.password"));
    }

    private static void startEmbedded(ConfigurableEnvironment environment, boolean demo) {
        var address = environment.getProperty("server.address", "127.0.0.1");
        requireLoopback(address);
        int port = environment.getProperty("server.port", Integer.class, 8080);
        requireFree(address, port);
        var directory = Path.of(environment.getProperty("duemate.data-directory", ".duemate"));
        var servers = EmbeddedServers.start(directory);
        SpringApplication.getShutdownHandlers().add(servers::close);

        if (demo) {
            UnfinishedDemo.clear(directory, servers.settings());
        }
        Map<String, Object> settings = new HashMap<>(servers.settings());
        settings.put("server.address", address);
        settings.put("duemate.embedded", true);
        settings.put("duemate.demo", demo);
        settings.put("duemate.files.directory", directory.resolve("files").toString());
        if (environment.getProperty("duemate.tenancy.base") == null) {
            settings.put("duemate.tenancy.base", "localhost:" + port);
        }
        settings.put("duemate.identity.secret-key", InstallationSecret.in(directory, "identity-key"));
        settings.put("duemate.payments.secret-key", InstallationSecret.in(directory, "payments-key"));
        settings.put("duemate.payments.sandbox.enabled", demo);
        if (demo && environment.getProperty("duemate.identity.second-factor") == null) {
            settings.put("duemate.identity.second-factor", "optional");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("embedded", settings));
    }

    private static void requireLoopback(String address) {
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                throw new StartFailure.Refused(
                        "the embedded servers and the demo are for this machine only; set server.address=127.0.0.1,"
                                + " or duemate.embedded=false with databases of your own.");
            }
        } catch (UnknownHostException e) {
            throw new StartFailure.Refused("server.address %s is not an address.".formatted(address));
        }
    }

    /** Asked before seconds are spent on starting databases; the web server asks again. */
    private static void requireFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailure.Refused(
                    "port %d is taken. End what uses it, or choose another with --server.port=%d."
                            .formatted(port, port + 1));
        }
    }
}
