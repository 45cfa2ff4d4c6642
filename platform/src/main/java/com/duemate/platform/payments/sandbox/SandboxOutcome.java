package com.duemate.platform.payments.sandbox;

import com.duemate.platform.payments.spi.ProviderFact.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a payer may choose, and what follows. */
enum SandboxOutcome {
    APPROVED(new Step(Kind.SUCCEEDED, Duration.ZERO)),
    DECLINED(new Step(Kind.DECLINED, Duration.ZERO)),
    /** As bank debits do it: begun at once, final after a while. */
    SLOW(new Step(Kind.PROCESSING, Duration.ZERO), new Step(Kind.SUCCEEDED, Duration.ofSeconds(10)));

    private final List<Step> steps;

    SandboxOutcome(Step... steps) {
        this.steps = List.of(steps);
    }

    /** Empty for a word nobody offers. */
    static Optional<SandboxOutcome> named(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    List<Step> steps() {
        return steps;
    }

    /** Whether the page has done its duty; after a declined try another may follow. */
    boolean finishes() {
        return this != DECLINED;
    }

    /** @param after business time since the choice */
    record Step(Kind kind, Duration after) {}
}
