package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.StartFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One Redis over one directory, on loopback, with a password and an append-only file; a daemon, so that Ctrl-C does not reach it. */
final class RedisServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final String PROGRAM = "redis-server";
    private static final long POLL_MILLIS = 20;

    private final Path settings;
    private final int port;
    private final String password;

    private RedisServer(Path settings, int port, String password) {
        this.settings = settings;
        this.port = port;
        this.password = password;
    }

    static RedisServer start(DataDirectory directory, Machine machine, Path binaries, Secrets secrets)
            throws IOException {
        var data = directory.redis();
        var settings = data.resolve("redis.conf");
        DataDirectory.createPrivate(data);
        stopAll(settings);
        var program = Binaries.redis(machine, binaries);
        for (var attempt = 1; ; attempt++) {
            var log = ServerLog.fromNow(directory.logs().resolve("redis.log"), "Redis");
            var server = new RedisServer(settings, FreePort.next(), secrets.ofRedis());
            Secrets.writePrivately(settings, server.text(data, log.file()));
            var launched = new Command(List.of(program.toString(), settings.toString())).run(START);
            if (!launched.succeeded()) {
                log.append(launched.output());
                throw log.fault(directory);
            }
            if (server.answers()) {
                return server;
            }
            if (attempt == FreePort.TRIES || !log.says(ServerLog.PORT_TAKEN)) {
                server.close();
                throw log.fault(directory);
            }
        }
    }

    private String text(Path data, Path log) {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                daemonize yes
                set-proc-title no
                dir %s
                pidfile %s
                logfile %s
                appendonly yes
                appendfsync everysec
                save ""
                """.formatted(port, password, quoted(data), quoted(data.resolve("redis.pid")), quoted(log));
    }

    private static String quoted(Path path) {
        return "\"%s\"".formatted(path.toString().replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** Waits until it takes commands; false when it ended instead. */
    private boolean answers() {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() - deadline < 0) {
            if (ping()) {
                return true;
            }
            if (Leftovers.find(PROGRAM, settings).isEmpty()) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailed("The start of Redis was interrupted.");
            }
        }
        return false;
    }

    private boolean ping() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1_000);
            socket.setSoTimeout(1_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            return "+OK".equals(in.readLine()) && "+PONG".equals(in.readLine());
        } catch (IOException _) {
            return false;
        }
    }

    String url() {
        return "redis://:%s@127.0.0.1:%d".formatted(password, port);
    }

    @Override
    public void close() {
        stopAll(settings);
    }

    private static void stopAll(Path settings) {
        var running = Leftovers.find(PROGRAM, settings);
        running.forEach(ProcessHandle::destroy);
        if (!Leftovers.awaitEnd(running, STOP)) {
            Leftovers.kill(running);
        }
    }
}
