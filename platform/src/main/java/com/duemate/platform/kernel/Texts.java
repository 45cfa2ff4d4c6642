package com.duemate.platform.kernel;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A room's texts in one language: ICU messages from {@code texts/<room>_<language>.properties}. A language without a bundle
 * is answered in English; a key without a text is a defect and throws {@link MissingResourceException}.
 */
public final class Texts {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** @throws MissingResourceException when the room has no English texts */
    public static Texts of(String room, Locale wanted) {
        for (var locale : List.of(wanted, Locale.ENGLISH)) {
            try {
                return new Texts(
                        ResourceBundle.getBundle("texts." + room, locale, Texts.class.getClassLoader(), EXACT), locale);
            } catch (MissingResourceException none) {
                if (locale.equals(Locale.ENGLISH)) {
                    throw none;
                }
            }
        }
        throw new AssertionError("unreachable");
    }

    /** The language these texts are really in, with the reader's country if it has one; numbers and dates should follow it. */
    public Locale locale() {
        return locale;
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    /** @param arguments values by the names the message uses; numbers choose plurals */
    public String say(String key, Map<String, ?> arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
