package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.StartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that ends by itself, run in English, in UTC and without the caller's PostgreSQL settings. */
record Command(List<String> words) {

    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    static Command of(List<String> prefix, List<String> words) {
        return new Command(Stream.concat(prefix.stream(), words.stream()).toList());
    }

    Command and(String... more) {
        return of(words, List.of(more));
    }

    /**
     * Waits for it and answers what it printed.
     *
     * @throws StartFailed when it takes longer than {@code limit}
     * @throws IOException when there is no such program
     */
    Outcome run(Duration limit) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        var process = builder.start();
        try (var in = process.getInputStream()) {
            process.getOutputStream().close();
            var output = CompletableFuture.supplyAsync(() -> read(in), Thread::startVirtualThread);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StartFailed("%s did not end within %d s.".formatted(words.getFirst(), limit.toSeconds()));
            }
            return new Outcome(process.exitValue(), output.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("The start of the embedded servers was interrupted.");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
