package com.duemate.platform.notifications;

import com.duemate.platform.notifications.MessageFacts.OpenInvoice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What reminders say on paper, where nobody can press a button or simply reply. */
public interface LetterWords {

    /** @param invoices the oldest first; never empty */
    Words reminder(
            Tone tone,
            Situation situation,
            Locale locale,
            Writer writer,
            String recipientName,
            List<OpenInvoice> invoices);

    /** Who writes. @param replyTo the e-mail address that gets answers; null for none */
    record Writer(String name, @Nullable String replyTo) {}

    /**
     * Plain text; paragraphs are separated by empty lines.
     *
     * @param subject one line
     * @param before what stands above the list of invoices, the salutation first
     * @param after what stands below it, the writer's name last
     */
    record Words(String subject, String before, String after) {}
}
