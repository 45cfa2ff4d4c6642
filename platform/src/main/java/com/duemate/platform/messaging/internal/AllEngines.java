package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Engines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class AllEngines implements Engines {

    private final ObjectProvider<Idle> parts;

    AllEngines(ObjectProvider<Idle> parts) {
        this.parts = parts;
    }

    /** Asks twice, since a part that just became idle may have handed work to one that was asked before. */
    @Override
    public boolean quiet() {
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
