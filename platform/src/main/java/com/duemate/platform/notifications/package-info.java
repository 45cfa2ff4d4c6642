/**
 * Owns: messages and their delivery, channels, templates, suppression. Tables: {@code notifications.*}.
 * Commands: {@link com.duemate.platform.notifications.Messages}. Events out: MessageSent, MessageWithdrawn. Events in: none but its own
 * EmailsQueued and TextsQueued, on the lanes of their channels.
 */
@NullMarked
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "scope", "audit", "messaging", "files", "tenancy", "branding"})
package com.duemate.platform.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
