package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Engines;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
    public boolean quiet() {
        return CompletableFuture.supplyAsync(this::allIdle, NOBODYS_THREAD).join();
    }

    /** Asks twice, since a part that just became idle may have handed work to one that was asked before. */
    private boolean allIdle() {
        for (int pass = 0; pass < 2; pass++) {
            if (!parts.stream().allMatch(Idle::idle)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void wake() {
        parts.forEach(Idle::wake);
    }
}
