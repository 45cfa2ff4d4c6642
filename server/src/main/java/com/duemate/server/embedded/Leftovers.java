package com.duemate.server.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Servers that outlived the process that started them. Known by their command line: the program's name, and this directory's own
 * path as one whole argument; a process number alone may long belong to somebody else.
 */
final class Leftovers {

    private static final long POLL_MILLIS = 10;

    private Leftovers() {}

    static List<ProcessHandle> find(String program, Path argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> isOurs(process.info(), program, argument.toString()))
                .toList();
    }

    private static boolean isOurs(ProcessHandle.Info info, String program, String argument) {
        return isProgram(info, program)
                && info.arguments()
                        .filter(all -> Arrays.asList(all).contains(argument))
                        .isPresent();
    }

    private static boolean isProgram(ProcessHandle.Info info, String program) {
        return info.command()
                .map(command -> Path.of(command).getFileName())
                .filter(name -> name.toString().startsWith(program))
                .isPresent();
    }

    /** Waits until all have ended; false when some live on after {@code limit}. Looks often: the JDK's own wait naps for seconds. */
    static boolean awaitEnd(List<ProcessHandle> processes, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(Leftovers::runs)) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** An ended process that its parent has not collected yet still has a number, but no program any more. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Ends them without asking, together with what they started. */
    static void kill(List<ProcessHandle> processes) {
        var all = processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        if (!awaitEnd(all, Duration.ofSeconds(5))) {
            all.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(all, Duration.ofSeconds(5));
        }
    }
}
