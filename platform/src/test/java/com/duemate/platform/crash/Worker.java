package com.duemate.platform.crash;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.messaging.internal.WatchedLanes;
import com.duemate.platform.testkit.PlatformTestApplication;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.ShiftedClock;
import com.duemate.platform.testkit.World;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A worker on its own that does what each line it is given says, and answers with one line. Its loops rest until they are asked for;
 * a reminder's way is walked round by round, so that the same things happen in the same order each time.
 */
final class Worker {

    static final String ANSWER = "@@ ";

    static final String FAILED = "failed ";

    private static final long NOTHING_MORE_COMES = 150_000_000;

    private static final long PATIENCE = 30_000_000_000L;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ConfigurableApplicationContext context;
    private final SettableClock clock;
    private final List<Ticker> tickers;

    private Worker(ConfigurableApplicationContext context) {
        this.context = context;
        this.clock = context.getBean(SettableClock.class);
        this.tickers = context.getBeanProvider(Ticker.class).stream()
                .sorted(Comparator.comparing(Ticker::getPhase).thenComparing(Worker::place))
                .toList();
    }

    /** Along a reminder's way; whoever is not named here comes last, by name. */
    private static String place(Ticker ticker) {
        int place = List.of("shards", "reminders", "outbox")
                .indexOf(ticker.toString().split("-", 2)[0]);
        return (place < 0 ? 9 : place) + ticker.toString();
    }

    public static void main(String[] arguments) throws Exception {
        var settings = new ArrayList<>(List.of(arguments));
        var sabotage = Sabotage.valueOf(System.getProperty("sabotage", Sabotage.NONE.name()));
        WatchedDriver.register(sabotage);
        var sink = Integer.getInteger("sink", 0);
        settings.add("--duemate.notifications.smtp.port=" + (sink == 0 ? 1 : new WatchedMail(sink).port()));
        var context = new SpringApplicationBuilder(PlatformTestApplication.class, Calm.class)
                .run(settings.toArray(String[]::new));
        new Worker(context).listen();
        context.close();
    }

    private void listen() throws Exception {
        answer("ready " + ProcessHandle.current().pid());
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                try {
                    obey(line.split(" ", 2));
                } catch (Exception | AssertionError e) {
                    answer(FAILED + e);
                }
            }
        }
    }

    private void obey(String[] line) throws Exception {
        switch (line[0]) {
            case "clock" -> {
                clock.set(Instant.parse(line[1]));
                context.getBean(Engines.class).wake();
                answer("done");
            }
            case "found" -> answer(Town.found(context).toString());
            case "invoices" -> {
                var words = line[1].split(" ");
                answer(new Town(TenantId.of(words[0])).invoices(context, Integer.parseInt(words[1])));
            }
            case "skew" -> {
                clock.advance(Duration.parse(line[1]));
                context.getBean(ShiftedClock.class).advance(Duration.parse(line[1]));
                answer("done");
            }
            case "work" -> {
                tickers.forEach(Ticker::start);
                answer("done");
            }
            case "quiet" -> {
                tickers.forEach(Ticker::start);
                context.getBean(World.class).untilQuiet();
                tickers.reversed().forEach(Ticker::stop);
                answer("done");
            }
            case "count" -> {
                walk(null, false);
                Points.finish().forEach(point -> answer("point " + point));
                answer("done");
            }
            case "die" -> {
                var words = line[1].split(" ", 2);
                walk(Points.Point.of(words[1]), words[0].equals("before"));
                Points.finish();
                answer("lives");
            }
            case "exit" -> Runtime.getRuntime().exit(0);
            default -> throw new IllegalArgumentException(line[0]);
        }
    }

    private void walk(Points.@Nullable Point point, boolean before) throws Exception {
        Points.begin(point, before);
        tickers.stream().filter(ticker -> isOf(ticker, "shards")).forEach(Worker::round);
        var deadline = System.nanoTime() + PATIENCE;
        boolean quiet = false;
        while (!quiet) {
            quiet = true;
            for (var ticker : tickers) {
                if (!idle(ticker)) {
                    quiet = false;
                    round(ticker);
                    settle(ticker);
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("no end of " + ticker);
                    }
                }
            }
        }
    }

    /** Waits for what a round began and did not wait for. */
    private static void settle(Ticker ticker) throws Exception {
        while (!idle(ticker) && Points.silence() < NOTHING_MORE_COMES) {
            Thread.sleep(2);
        }
    }

    private static boolean idle(Ticker ticker) throws Exception {
        return Points.uncounted(ticker::idle);
    }

    private static boolean isOf(Ticker ticker, String name) {
        return ticker.toString().equals(name);
    }

    private static boolean round(Ticker ticker) {
        return ((BooleanSupplier) Objects.requireNonNull(ReflectionTestUtils.getField(ticker, Ticker.class, "round")))
                .getAsBoolean();
    }

    private void answer(String text) {
        out.println(ANSWER + text.replace('\n', ' '));
    }

    /** Nothing begins by itself. Not found by scanning: it is for this process alone. */
    static final class Calm {

        @Bean
        static WatchedLanes watchedLanes() {
            return new WatchedLanes();
        }

        @Bean
        static DefaultLifecycleProcessor lifecycleProcessor() {
            return new DefaultLifecycleProcessor() {
                @Override
                public void onRefresh() {}
            };
        }
    }
}
