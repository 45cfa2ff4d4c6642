package com.duemate.platform.restapi;

import com.duemate.platform.kernel.Page;
import com.duemate.themes.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what addresses and their queries ask for; whatever cannot be meant is a problem with the parameter's name. */
public final class Asked {

    private static final int USUAL_LIMIT = 50;
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_LANGUAGES = 500;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Asked() {}

    /** An id in a path: one that is none stands for nothing. */
    public static UUID id(String text) {
        return uuid(text).orElseThrow(ApiProblem::notFound);
    }

    /** An id in a query or a body. */
    public static UUID id(@Nullable String text, String field) {
        return Optional.ofNullable(text)
                .flatMap(Asked::uuid)
                .orElseThrow(() -> ApiProblem.bad(field, "restapi.refused.id"));
    }

    public static @Nullable UUID optionalId(@Nullable String text, String field) {
        return text == null || text.isBlank() ? null : id(text, field);
    }

    public static int limit(@Nullable String text) {
        return number(text, USUAL_LIMIT, Page.MAX_LIMIT, "limit", "restapi.refused.limit");
    }

    public static @Nullable String search(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_SEARCH || CONTROL.matcher(text).find()) {
            throw ApiProblem.bad("search", "restapi.refused.search");
        }
        return text.strip();
    }

    /** ISO 8601, to the day. */
    public static LocalDate date(@Nullable String text, String field) {
        if (text == null) {
            throw ApiProblem.bad(field, "restapi.refused.missing");
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw ApiProblem.bad(field, "restapi.refused.date");
        }
    }

    /** ISO 8601, in UTC. */
    public static Instant instant(String text, String field) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            throw ApiProblem.bad(field, "restapi.refused.instant");
        }
    }

    /** Words separated by commas, in any case. */
    public static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(word -> word.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }

    public static <E extends Enum<E>> E word(String word, Class<E> type, String field) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.bad(field, "restapi.refused.status");
        }
    }

    /** A word of a body, in any case. @param usual stands for one that is missing; null where it must not be */
    public static <E extends Enum<E>> E word(@Nullable String text, @Nullable E usual, Class<E> type, String field) {
        if (text == null) {
            if (usual == null) {
                throw ApiProblem.bad(field, "restapi.refused.missing");
            }
            return usual;
        }
        var all = type.getEnumConstants();
        var wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(all)
                .filter(word -> word.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiProblem.bad(
                        field,
                        "restapi.refused.word",
                        Map.of("words", Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")))));
    }

    /** A number from 1 on. @param usual stands for a missing one; @param reason text key */
    public static int number(@Nullable String text, int usual, int most, String field, String reason) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ApiProblem.bad(field, reason);
        }
        throw ApiProblem.bad(field, reason);
    }

    /** ISO 8601, a time of day. */
    public static LocalTime time(@Nullable String text, String field) {
        if (text == null) {
            throw ApiProblem.bad(field, "restapi.refused.missing");
        }
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw ApiProblem.bad(field, "restapi.refused.time");
        }
    }

    public static <E extends Enum<E>> List<E> words(@Nullable String text, Class<E> type, String field) {
        return words(text).stream().map(word -> word(word, type, field)).toList();
    }

    /** The shipped language the caller likes best. */
    public static Locale language(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.length() > LONGEST_LANGUAGES) {
            return Texts.LANGUAGES.getFirst();
        }
        try {
            var match = Locale.lookup(Locale.LanguageRange.parse(header), Texts.LANGUAGES);
            return match == null ? Texts.LANGUAGES.getFirst() : match;
        } catch (IllegalArgumentException e) {
            return Texts.LANGUAGES.getFirst();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
