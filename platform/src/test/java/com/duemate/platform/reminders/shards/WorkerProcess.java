package com.duemate.platform.reminders.shards;

import com.duemate.platform.messaging.Engines;
import com.duemate.platform.testkit.PlatformTestApplication;
import com.duemate.platform.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.boot.SpringApplication;

/** A worker on its own. It prints who it is in the table of shards; each line it is given is what its clock shows from then on. */
final class WorkerProcess {

    static final String READY = "worker ";

    private WorkerProcess() {}

    public static void main(String[] arguments) throws IOException {
        var context = SpringApplication.run(PlatformTestApplication.class, arguments);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(READY + context.getBean(ShardKeeper.class).worker());
        var clock = context.getBean(SettableClock.class);
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                clock.set(Instant.parse(line));
                context.getBean(Engines.class).wake();
            }
        }
        // Whoever started it is gone.
        SpringApplication.exit(context);
    }
}
