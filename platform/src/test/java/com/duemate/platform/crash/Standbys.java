package com.duemate.platform.crash;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** Workers that start while another is at it, so that the next one is there when that one dies. */
final class Standbys implements AutoCloseable {

    private static final int AHEAD = 2;

    private final Deque<Child> starting = new ArrayDeque<>();
    private final Callable<Child> launch;

    Standbys(Callable<Child> launch) throws Exception {
        this.launch = launch;
        while (starting.size() < AHEAD) {
            starting.add(launch.call());
        }
    }

    Child next() throws Exception {
        starting.add(launch.call());
        return starting.removeFirst();
    }

    @Override
    public void close() {
        starting.forEach(Child::close);
    }
}
