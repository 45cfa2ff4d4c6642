package com.duemate.themes.text;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Every text a person reads, by key and language: ICU messages ("{count, plural, one {# row} other {# rows}}") from the bundles of
 * all rooms on the class path. A language without the text answers in English.
 *
 * <p>Safe for any number of threads; bundles are read once.
 */
public final class Texts {

    /** The shipped languages, the fallback first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Locale FALLBACK = LANGUAGES.getFirst();
    private static final System.Logger LOG = System.getLogger(Texts.class.getName());

    private final ClassLoader source;
    private final boolean strict;
    private final ConcurrentMap<String, Map<String, String>> bundles = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    private Texts(ClassLoader source, boolean strict) {
        this.source = source;
        this.strict = strict;
    }

    /** A missing text shows as its key and is logged once: what runs in front of people. */
    public static Texts lenient(ClassLoader source) {
        return new Texts(source, false);
    }

    /** A missing text is a {@link MissingText}: what tests run with. */
    public static Texts strict(ClassLoader source) {
        return new Texts(source, true);
    }

    /**
     * @param arguments for {0}, {1}, ...; amounts and dates come formatted by {@link Formats}
     * @throws MissingText when strict and the key has no text or its arguments do not fit
     */
    public String text(Locale locale, String key, Object... arguments) {
        return resolve(locale, key, arguments.length == 0 ? null : arguments);
    }

    /** The language a reader is answered in: their own with its country where it is shipped, else English. */
    public static Locale spoken(Locale wanted) {
        return shipped(wanted).getLanguage().equals(wanted.getLanguage()) ? wanted : FALLBACK;
    }

    /** @param arguments by name, for {count}, {customer}, ... */
    public String text(Locale locale, String key, Map<String, ?> arguments) {
        return resolve(locale, key, arguments);
    }

    /** Keys a room's bundles hold in exactly this language, without fallback. */
    public Set<String> keys(String room, Locale language) {
        return Set.copyOf(bundle(room, language.toLanguageTag()).keySet());
    }

    private String resolve(Locale locale, String key, @Nullable Object arguments) {
        Found found = find(locale, key);
        if (found == null) {
            return missing(key, "no text for " + key, null);
        }
        if (arguments == null && found.isPlain()) {
            return found.pattern();
        }
        try {
            return format(found, key, locale).format(arguments == null ? new Object[0] : arguments);
        } catch (IllegalArgumentException e) {
            return missing(key, "text and arguments of " + key + " do not fit", e);
        }
    }

    /** Plurals and numbers follow the reader's region, but never another language than the text's own. */
    private MessageFormat format(Found found, String key, Locale locale) {
        if (!locale.equals(found.language())
                && locale.getLanguage().equals(found.language().getLanguage())) {
            return new MessageFormat(found.pattern(), locale);
        }
        MessageFormat shared = formats.computeIfAbsent(
                found.language() + " " + key, _ -> new MessageFormat(found.pattern(), found.language()));
        // A MessageFormat is not safe for threads; its clone is cheap.
        return (MessageFormat) shared.clone();
    }

    private @Nullable Found find(Locale locale, String key) {
        int dot = key.indexOf('.');
        if (dot <= 0) {
            return null;
        }
        String room = key.substring(0, dot);
        Locale language = shipped(locale);
        String pattern = bundle(room, language.toLanguageTag()).get(key);
        if (pattern == null && !language.equals(FALLBACK)) {
            language = FALLBACK;
            pattern = bundle(room, language.toLanguageTag()).get(key);
        }
        return pattern == null ? null : new Found(language, pattern);
    }

    private static Locale shipped(Locale locale) {
        Locale match = Locale.lookup(
                List.of(new Locale.LanguageRange(locale.stripExtensions().toLanguageTag())), LANGUAGES);
        return match == null ? FALLBACK : match;
    }

    private Map<String, String> bundle(String room, String language) {
        return bundles.computeIfAbsent(room + '_' + language, name -> Bundle.read(source, name));
    }

    private String missing(String key, String message, @Nullable Exception cause) {
        if (strict) {
            throw cause == null ? new MissingText(message) : new MissingText(message, cause);
        }
        if (reported.add(key)) {
            LOG.log(System.Logger.Level.WARNING, message);
        }
        return key;
    }

    private record Found(Locale language, String pattern) {

        /** Nothing in it that a message format would read as syntax. */
        boolean isPlain() {
            return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
        }
    }
}
