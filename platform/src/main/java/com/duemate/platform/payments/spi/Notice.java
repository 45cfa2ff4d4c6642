package com.duemate.platform.payments.spi;

import java.util.List;

/** What a genuine notice says. */
public sealed interface Notice {

    /** @param id the provider's own, the same for each repetition; @param facts none when it does not concern us */
    record Told(String id, List<ProviderFact> facts) implements Notice {}

    /** Genuine and not understood: it is kept and somebody is told, since it may be money. @param why for the log, never for a user */
    record Unreadable(String why) implements Notice {}
}
