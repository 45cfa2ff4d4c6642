package com.duemate.bench;

import com.sun.management.OperatingSystemMXBean;
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

    /** What PostgreSQL's documentation takes for its buffers on a machine of its own: a quarter of the memory, in megabytes. */
    static long quarterOfMemory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize() / 4 / 1024 / 1024;
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
