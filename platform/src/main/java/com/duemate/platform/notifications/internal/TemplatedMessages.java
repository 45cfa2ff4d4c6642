package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.MessageRenderer;
import com.duemate.platform.notifications.RenderedMessage;
import com.duemate.platform.notifications.TemplateRef;
import com.duemate.platform.notifications.TemplateText;
import com.duemate.platform.notifications.rendering.Escape;
import com.duemate.platform.notifications.rendering.Limits;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.jknack.handlebars.Handlebars.SafeString;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
class TemplatedMessages implements MessageRenderer {

    private static final int LONGEST_SUBJECT = 150;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private final TemplateEngine engine;
    private final ShippedTemplates shipped = new ShippedTemplates();

    /** Finding out how a language writes its dates and amounts costs more than all the rest of a message. */
    private final Cache<Locale, MessageWords> spoken =
            Caffeine.newBuilder().maximumSize(200).build();

    private final Cache<PlainForm, String> plainForms =
            Caffeine.newBuilder().maximumSize(1_000).build();

    TemplatedMessages(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public RenderedMessage render(TemplateRef template, Locale locale, BrandLook look, Map<String, ?> model) {
        var words = words(locale);
        return render(shipped.find(template, words.locale()), template.kind(), words, look, model);
    }

    @Override
    public RenderedMessage render(
            TemplateText own, TemplateRef template, Locale locale, BrandLook look, Map<String, ?> model) {
        return render(own, template.kind(), words(locale), look, model);
    }

    @Override
    public Optional<String> sms(TemplateRef template, Locale locale, BrandLook look, Map<String, ?> model) {
        var words = words(locale);
        var source = shipped.find(template, words.locale()).sms();
        if (source == null) {
            return Optional.empty();
        }
        var values = new MessageValues(Vocabulary.of(template.kind()), words).of(model, look.name());
        return Optional.of(oneLine(engine.renderSource(source, Escape.TEXT, values, Limits.MESSAGE)));
    }

    private RenderedMessage render(
            TemplateText text, MessageKind kind, MessageWords words, BrandLook look, Map<String, ?> model) {
        var vocabulary = Vocabulary.of(kind);
        var values = new MessageValues(vocabulary, words).of(model, look.name());
        var frame = new MessageFrame(engine, kind, words, look, values);

        var subject = oneLine(engine.renderSource(text.subject(), Escape.TEXT, values, Limits.MESSAGE));
        var html = engine.renderSource(text.body(), Escape.HTML, with(values, frame, Escape.HTML), Limits.MESSAGE);
        var plain = engine.renderSource(
                plainForms.get(new PlainForm(text.body(), kind), form -> TextForm.of(form.body, vocabulary)),
                Escape.TEXT,
                with(values, frame, Escape.TEXT),
                Limits.MESSAGE);
        return new RenderedMessage(
                shortened(subject), frame.around(html, Escape.HTML), TextForm.tidy(frame.around(plain, Escape.TEXT)));
    }

    private record PlainForm(String body, MessageKind kind) {}

    private MessageWords words(Locale locale) {
        return spoken.get(locale, MessageWords::new);
    }

    private static Map<String, Object> with(Map<String, Object> values, MessageFrame frame, Escape escape) {
        var all = new HashMap<>(values);
        frame.blocks(escape).forEach((name, block) -> all.put(name, new SafeString(block)));
        return all;
    }

    private static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String shortened(String subject) {
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject;
        }
        int end = subject.offsetByCodePoints(0, subject.codePointCount(0, LONGEST_SUBJECT - 1));
        return subject.substring(0, end).strip() + "…";
    }
}
