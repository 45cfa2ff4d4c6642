package com.duemate.platform.messaging;

import com.duemate.platform.kernel.TenantId;
import java.util.function.Consumer;

/** Tells open screens that something of their tenant changed. A hint, never the truth: a screen that hears it loads again. */
public interface LiveUpdates {

    /** @param listener gets the event's name, on a foreign thread and in no scope; several may be folded into one call */
    Subscription subscribe(TenantId tenant, Consumer<String> listener);

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
