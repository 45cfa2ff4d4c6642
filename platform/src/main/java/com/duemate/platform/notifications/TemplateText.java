package com.duemate.platform.notifications;

import org.jspecify.annotations.Nullable;

/**
 * A template as people write it.
 *
 * @param subject one line
 * @param body simple HTML (paragraphs, lists, emphasis, links); the text form of the message is made from it
 * @param sms one short line, or null
 */
public record TemplateText(
        String subject, String body, @Nullable String sms) {}
