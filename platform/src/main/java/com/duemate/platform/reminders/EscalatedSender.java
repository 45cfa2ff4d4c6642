package com.duemate.platform.reminders;

/**
 * In whose name the firmer steps of a policy are written.
 *
 * @param name as shown to the customer; one line, at most {@value #MAX_NAME_LENGTH} characters
 * @param replyTo the e-mail address that gets the answers
 */
public record EscalatedSender(String name, String replyTo) {

    public static final int MAX_NAME_LENGTH = 80;
}
