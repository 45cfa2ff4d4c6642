/**
 * Owns: the outbox, the transport of events (in process or Pulsar), consumption exactly once in effect, dead letters, live updates.
 * Work that takes long travels on a {@link com.duemate.platform.messaging.Lane} of its own.
 * Tables: {@code messaging.outbox} (dead letters are its rows with status DEAD), {@code messaging.consumed}.
 * Commands: {@link com.duemate.platform.messaging.Outbox}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"kernel", "scope"})
package com.duemate.platform.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
