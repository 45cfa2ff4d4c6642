package com.duemate.server.demo;

import com.duemate.platform.messaging.TimeMachine;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time machine over HTTP, for whoever holds a key of the demo. */
@RestController
@DemoOnly
@RequestMapping("/api/dev/clock")
class ClockResource {

    /** A long walk is answered before it ends; asking again tells when it has. */
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final TimeMachine machine;

    ClockResource(TimeMachine machine) {
        this.machine = machine;
    }

    @GetMapping
    TimeMachine.Reading read() {
        return machine.read();
    }

    @PutMapping
    TimeMachine.Reading advance(@RequestBody Walk walk) throws InterruptedException {
        try {
            machine.advance(Duration.parse(String.valueOf(walk.advance)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ApiProblem.bad("advance", "restapi.refused.advance");
        }
        var deadline = System.nanoTime() + WAIT.toNanos();
        var reading = machine.read();
        while (!reading.quiet() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            reading = machine.read();
        }
        return reading;
    }

    record Walk(@Nullable String advance) implements ApiBody {}
}
