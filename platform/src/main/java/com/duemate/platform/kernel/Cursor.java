package com.duemate.platform.kernel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a keyset page ended: the sort key of its last row. Opaque outside; tampering can only move a reader in its own list. */
public record Cursor(List<String> parts) {

    private static final int MAX_LENGTH = 1_000;

    public static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\u001F", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws BadCursor when the text is not a cursor of that many parts; empty for null or blank */
    public static Optional<Cursor> parse(@Nullable String text, int parts) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH) {
            throw new BadCursor();
        }
        try {
            var split = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\u001F", -1);
            if (split.length != parts || text.indexOf('\0') >= 0) {
                throw new BadCursor();
            }
            return Optional.of(new Cursor(List.of(split)));
        } catch (IllegalArgumentException e) {
            throw new BadCursor();
        }
    }

    public String part(int index) {
        if (parts.get(index).indexOf('\0') >= 0) {
            throw new BadCursor();
        }
        return parts.get(index);
    }

    /** @throws BadCursor when the part is no id */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(part(index));
        } catch (IllegalArgumentException e) {
            throw new BadCursor();
        }
    }

    /** @throws BadCursor when the part is no date */
    public LocalDate date(int index) {
        try {
            return inRange(LocalDate.parse(part(index)));
        } catch (DateTimeException e) {
            throw new BadCursor();
        }
    }

    /** @throws BadCursor when the part is no instant */
    public Instant instant(int index) {
        try {
            var instant = Instant.parse(part(index));
            inRange(LocalDate.ofInstant(instant, ZoneOffset.UTC));
            return instant;
        } catch (DateTimeException e) {
            throw new BadCursor();
        }
    }

    /** Years that no list has and no database can compare. */
    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9_999) {
            throw new BadCursor();
        }
        return date;
    }

    /** Cuts a page out of rows fetched with one more than the limit. */
    public static <R, T> Page<T> page(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(item).toList(), more ? cursor.apply(shown.getLast()) : null);
    }

    /** A cursor that this list never gave out. */
    public static final class BadCursor extends RuntimeException {

        public BadCursor() {
            super("not a cursor of this list");
        }
    }
}
