package com.duemate.server.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A running PostgreSQL and a running Redis over one data directory; nobody else can hold that directory until they are closed. */
public final class EmbeddedServers implements AutoCloseable {

    private final DirectoryLock lock;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final Secrets secrets;

    private EmbeddedServers(DirectoryLock lock, PostgresServer postgres, RedisServer redis, Secrets secrets) {
        this.lock = lock;
        this.postgres = postgres;
        this.redis = redis;
        this.secrets = secrets;
    }

    /**
     * Starts both, stopping first what a killed predecessor left running on this directory; makes the directory, the database and
     * its logins where they are missing.
     *
     * @throws EmbeddedServersUnavailable with one line that says what to do
     */
    public static EmbeddedServers start(Path dataDirectory) {
        var directory = DataDirectory.open(dataDirectory);
        return start(directory, directory.binaries());
    }

    static EmbeddedServers start(Path dataDirectory, Path binaries) {
        return start(DataDirectory.open(dataDirectory), binaries);
    }

    private static EmbeddedServers start(DataDirectory directory, Path binaries) {
        var lock = DirectoryLock.take(directory);
        try {
            return startLocked(directory, binaries, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedServers startLocked(DataDirectory directory, Path binaries, DirectoryLock lock) {
        var machine = Machine.current();
        var secrets = directory.guarding(() -> Secrets.in(directory));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var redis =
                    threads.submit(starting(directory, () -> RedisServer.start(directory, machine, binaries, secrets)));
            var postgres = threads.submit(
                    starting(directory, () -> PostgresServer.start(directory, machine, binaries, secrets)));
            try {
                return new EmbeddedServers(lock, outcome(postgres), outcome(redis), secrets);
            } catch (RuntimeException e) {
                closeIfStarted(postgres);
                closeIfStarted(redis);
                throw e;
            }
        }
    }

    private static <T> Callable<T> starting(DataDirectory directory, DataDirectory.Work<T> work) {
        return () -> directory.guarding(work);
    }

    private static <T> T outcome(Future<T> start) {
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServersUnavailable.StartFailed("The start of PostgreSQL and Redis was interrupted.");
        }
    }

    private static void closeIfStarted(Future<? extends AutoCloseable> start) {
        try (var _ = start.get()) {
            // Closing is all there is to do.
        } catch (Exception _) {
            // It did not start, which is what the caller reports.
        }
    }

    /** The address of the database {@code duemate}; every login has its own password. */
    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    /** The address of Redis with its password. */
    public String redisUrl() {
        return redis.url();
    }

    /**
     * What a server needs to use them, by the names of its settings: {@code duemate.scope.<plane>.url}, {@code .username} and
     * {@code .password} for the owner and each plane, and {@code duemate.redis.url}.
     */
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var login : DatabaseLogin.values()) {
            var prefix = "duemate.scope." + login.plane();
            settings.put(prefix + ".url", jdbcUrl());
            settings.put(prefix + ".username", login.username());
            settings.put(prefix + ".password", secrets.of(login));
        }
        settings.put("duemate.redis.url", redisUrl());
        return settings;
    }

    /** Stops both, PostgreSQL with a checkpoint, and lets go of the directory. Closing twice does nothing. */
    @Override
    public void close() {
        try (lock;
                postgres;
                redis) {
            // Closed from the last to the first, each even when one before it failed.
        }
    }
}
