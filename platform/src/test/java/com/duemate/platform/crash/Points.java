package com.duemate.platform.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The points of this process at which it can die: named by what happens there and by how often that happened before. While counting
 * is on they are written down; where one was chosen, the process halts before or after it as if its power were cut.
 */
public final class Points {

    /** What a process answers that halted at its point. */
    static final int HALTED = 137;

    private static final ScopedValue<Boolean> UNCOUNTED = ScopedValue.newInstance();
    private static final Map<String, AtomicInteger> SEEN = new ConcurrentHashMap<>();
    private static final List<Point> PASSED = new ArrayList<>();
    private static final AtomicLong LAST = new AtomicLong();

    private static volatile boolean counting;
    private static volatile @Nullable Point end;
    private static volatile boolean endsBefore;

    private Points() {}

    /** @param time how often it happened, this time included */
    record Point(String name, int time) {

        /** @param text as {@link #toString} writes it */
        static Point of(String text) {
            var parts = text.split(" ", 2);
            return new Point(parts[1], Integer.parseInt(parts[0]));
        }

        @Override
        public String toString() {
            return time + " " + name;
        }
    }

    /** Does the work between the two sides of a point. */
    public static <T> T around(String name, Callable<T> work) throws Exception {
        var point = before(name);
        var result = work.call();
        after(point);
        return result;
    }

    /** @return what {@link #after} is told; null where nothing counts */
    static @Nullable Point before(String name) {
        if (!counting || UNCOUNTED.isBound()) {
            return null;
        }
        LAST.set(System.nanoTime());
        int time = SEEN.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
        var point = new Point(name, time);
        synchronized (PASSED) {
            PASSED.add(point);
        }
        if (endsBefore && point.equals(end)) {
            Runtime.getRuntime().halt(HALTED);
        }
        return point;
    }

    static void after(@Nullable Point point) {
        if (point != null) {
            LAST.set(System.nanoTime());
            if (!endsBefore && point.equals(end)) {
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }

    /** Counts from one again, and halts at the point given, if one is. */
    static void begin(@Nullable Point chosen, boolean before) {
        SEEN.clear();
        synchronized (PASSED) {
            PASSED.clear();
        }
        end = chosen;
        endsBefore = before;
        counting = true;
    }

    /** @return what was passed since {@link #begin}, in order */
    static List<Point> finish() {
        counting = false;
        synchronized (PASSED) {
            return List.copyOf(PASSED);
        }
    }

    static <T> T uncounted(Callable<T> work) throws Exception {
        return ScopedValue.where(UNCOUNTED, true).call(work::call);
    }

    /** How long ago anything happened, in nanoseconds. */
    static long silence() {
        return System.nanoTime() - LAST.get();
    }
}
