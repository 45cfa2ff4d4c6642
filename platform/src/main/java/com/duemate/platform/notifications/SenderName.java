package com.duemate.platform.notifications;

/**
 * A person in whose name an e-mail goes out, from the tenant's own address.
 *
 * @param replyTo the e-mail address that gets the answers
 */
public record SenderName(String name, String replyTo) {}
