package com.duemate.platform.notifications;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which template a message is made from. A reminder has a tone and a situation, every other kind has neither.
 *
 * @throws IllegalArgumentException for any other combination
 */
public record TemplateRef(
        MessageKind kind, @Nullable Tone tone, @Nullable Situation situation) {

    public TemplateRef {
        boolean isReminder = kind == MessageKind.REMINDER;
        if (isReminder != (tone != null) || isReminder != (situation != null)) {
            throw new IllegalArgumentException("a reminder has tone and situation, other messages have neither");
        }
    }

    public static TemplateRef reminder(Tone tone, Situation situation) {
        return new TemplateRef(MessageKind.REMINDER, tone, situation);
    }

    public static TemplateRef of(MessageKind kind) {
        return new TemplateRef(kind, null, null);
    }

    /** @param variant as in {@link #variant()} */
    public static TemplateRef of(String kind, String variant) {
        if (variant.isEmpty()) {
            return of(MessageKind.of(kind));
        }
        var parts = variant.toUpperCase(Locale.ROOT).split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no variant of a message: " + variant);
        }
        return new TemplateRef(MessageKind.of(kind), Tone.valueOf(parts[0]), Situation.valueOf(parts[1]));
    }

    /** {@code friendly/late}; empty for kinds without variants. */
    public String variant() {
        return tone == null || situation == null ? "" : tone.key() + "/" + situation.key();
    }
}
