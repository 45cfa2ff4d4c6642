package com.duemate.platform.notifications;

import java.util.regex.Pattern;

/**
 * A message as its reader gets it.
 *
 * @param subject fit for a header: one line, no control character
 * @param html a whole document
 * @param text the same in words alone
 */
public record RenderedMessage(String subject, String html, String text) {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    public RenderedMessage {
        if (subject.isBlank() || UNFIT.matcher(subject).find()) {
            throw new IllegalArgumentException("a subject that may not stand in a header");
        }
    }
}
