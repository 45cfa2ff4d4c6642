package com.duemate.platform.reminders.safety;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The most that this process ever knew to be written for good: a database that says less is not the one it worked with. */
@Component
class Watermark {

    private final AtomicReference<Mark> highest = new AtomicReference<>(new Mark(0, 0));

    /** @param era counts lineages; @param written bytes, within an era */
    record Mark(int era, long written) {

        boolean isBefore(Mark other) {
            return era < other.era || (era == other.era && written < other.written);
        }
    }

    /** To be asked before the database is: it may have grown meanwhile, and never shrinks. */
    Mark known() {
        return highest.get();
    }

    /** Whether what the database says now lies before what was known; remembers it when not. */
    boolean isBehind(Mark known, Mark now) {
        if (now.isBefore(known)) {
            return true;
        }
        remember(now);
        return false;
    }

    /** What another process knew. */
    void remember(Mark mark) {
        highest.accumulateAndGet(mark, (a, b) -> a.isBefore(b) ? b : a);
    }
}
