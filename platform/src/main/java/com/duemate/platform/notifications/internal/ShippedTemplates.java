package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.TemplateRef;
import com.duemate.platform.notifications.TemplateText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The templates that come with the product: {@code templates/<kind>/<language>/<tone>-<situation>.hbs}, or {@code message.hbs}
 * for kinds without variants; what reminders say on paper stands in {@code templates/letter}. A file begins with {@code subject:} and, where there is a short form, {@code sms:}; the body
 * follows after an empty line.
 */
final class ShippedTemplates {

    private static final String SUBJECT = "subject:";
    private static final String SMS = "sms:";

    private final Map<String, TemplateText> read = new ConcurrentHashMap<>();

    /** @param language one the texts of this room are in */
    TemplateText find(TemplateRef template, Locale language) {
        return find(template.kind().key(), template, language);
    }

    /** A reminder's words on paper. */
    TemplateText letter(TemplateRef reminder, Locale language) {
        return find("letter", reminder, language);
    }

    private TemplateText find(String folder, TemplateRef template, Locale language) {
        var variant =
                template.variant().isEmpty() ? "message" : template.variant().replace('/', '-');
        var path = "/templates/" + folder + "/" + language.getLanguage() + "/" + variant + ".hbs";
        return read.computeIfAbsent(path, ShippedTemplates::read);
    }

    private static TemplateText read(String path) {
        try (var in = ShippedTemplates.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no template " + path);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateText parse(String file, String path) {
        int end = file.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalStateException("no body in " + path);
        }
        String subject = "";
        @Nullable String sms = null;
        for (var line : file.substring(0, end).lines().toList()) {
            if (line.startsWith(SUBJECT)) {
                subject = line.substring(SUBJECT.length()).strip();
            } else if (line.startsWith(SMS)) {
                sms = line.substring(SMS.length()).strip();
            } else {
                throw new IllegalStateException("what is this in " + path + ": " + line);
            }
        }
        return new TemplateText(subject, file.substring(end + 2), sms);
    }
}
