package com.duemate.platform.imports;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** An import has another state, or has come a good deal further. */
@EventName("imports.ImportMoved.v1")
public record ImportMoved(UUID importId) implements DomainEvent {}
