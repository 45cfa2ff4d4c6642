package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages.Content;
import com.duemate.platform.scope.Permission;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A message's content for the tenant's people: as its reader saw it, but for links that let their holder in as somebody else.
 * A captured magic link stays whole, since nobody but the tenant got it.
 */
final class ShownContent {

    private static final Pattern WAY_IN = Pattern.compile("(/(?:sign-in/welcome|my/enter)/)[A-Za-z0-9_-]{20,}");

    private ShownContent() {}

    static Content of(MessageSummary message, String html, String text) {
        return letsSomebodyIn(message)
                ? new Content(message, masked(html), masked(text))
                : new Content(message, html, text);
    }

    private static boolean letsSomebodyIn(MessageSummary message) {
        return switch (message.kind()) {
            case "invitation" -> true;
            case "magic_link" -> message.status() != MessageStatus.CAPTURED || !readerMayWork();
            default -> false;
        };
    }

    /** A program that may only read must not become a customer by it. */
    private static boolean readerMayWork() {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return reader == null
                || reader.getAuthorities().stream()
                        .anyMatch(right -> Permission.MAY_WORK.getAuthority().equals(right.getAuthority()));
    }

    private static String masked(String content) {
        return WAY_IN.matcher(content).replaceAll("$1...");
    }
}
