package com.duemate.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** What a figure was measured on. */
final class Machine {

    private Machine() {}

    static void describe(PrintStream out) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        out.printf(
                "%s %s, %d cores, Java %s, load %.2f%n",
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
