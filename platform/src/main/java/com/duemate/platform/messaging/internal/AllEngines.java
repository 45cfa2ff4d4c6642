package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Engines;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the parts on a thread of its own: they look in the engine's scope, which nobody who is signed in may take. */
@Component
class AllEngines implements Engines {

    private static final Executor NOBODYS_THREAD = Thread::startVirtualThread;

    private final ObjectProvider<Idle> parts;

    AllEngines(ObjectProvider<Idle> parts) {
        this.parts = parts;
    }

    @Override
    public Set<String> restless() {
        return CompletableFuture.supplyAsync(this::ask, NOBODYS_THREAD).join();
    }

    /** Asks twice, since a part that just became idle may have handed work to one that was asked before. */
    private Set<String> ask() {
        var first = askOnce();
        return first.isEmpty() ? askOnce() : first;
    }

    private Set<String> askOnce() {
        return parts.stream().filter(part -> !part.idle()).map(Idle::toString).collect(Collectors.toSet());
    }

    @Override
    public void wake() {
        parts.forEach(Idle::wake);
    }
}
