package com.duemate.platform.branding;

import org.jspecify.annotations.Nullable;

/**
 * How a tenant looks to its customers.
 *
 * @param accent colour as {@code #rrggbb}
 * @param logoSha256 stored file of room {@code branding}; null for a name only
 * @param footer legal line, plain text
 * @param senderName who messages come from
 * @param version grows with each change; part of cacheable addresses
 */
public record Brand(
        String name,
        String accent,
        @Nullable String logoSha256,
        String footer,
        String senderName,
        @Nullable String replyTo,
        int version) {}
