package com.duemate.platform.notifications.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that messages leave by.
 *
 * @param host none when empty: nothing is sent
 * @param from address messages come from; the brand's own stands in Reply-To
 */
@ConfigurationProperties("duemate.notifications.smtp")
record SmtpSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("true") boolean startTls,
        @DefaultValue("") String from) {

    boolean isConfigured() {
        return !host.isBlank() && !from.isBlank();
    }
}
