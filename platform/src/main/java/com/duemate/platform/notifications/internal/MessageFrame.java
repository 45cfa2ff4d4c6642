package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.internal.Vocabulary.Sort;
import com.duemate.platform.notifications.rendering.Escape;
import com.duemate.platform.notifications.rendering.Limits;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is ours in every message: the finished blocks, and the layout with the sender and the way out. */
final class MessageFrame {

    private final TemplateEngine engine;
    private final MessageKind kind;
    private final Vocabulary vocabulary;
    private final Map<String, Object> model;

    MessageFrame(
            TemplateEngine engine, MessageKind kind, MessageWords words, BrandLook look, Map<String, Object> values) {
        this.engine = engine;
        this.kind = kind;
        this.vocabulary = Vocabulary.of(kind);
        this.model = new HashMap<>(values);

        var sender = Map.of("sender", look.name());
        var phrases = words.phrases();
        phrases.put("button", words.say(kind.key() + ".button", sender));
        phrases.put("preheader", words.say(kind.key() + ".preheader", sender));
        phrases.put("why", words.say(kind.key() + ".why", sender));
        phrases.put("wayOut", vocabulary.has(Vocabulary.WAY_OUT) ? words.say("phrase.wayOut", sender) : "");
        model.put("t", phrases);
        model.put("language", words.locale().toLanguageTag());
        model.put("accent", look.accentHex());
        model.put("onAccent", look.onAccentHex());
        model.put("logoUrl", orEmpty(look.logoUrl()));
        model.put(
                "footer",
                look.footer()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> Map.of("line", line))
                        .toList());
        model.put("linkUrl", values.getOrDefault(vocabulary.link(), ""));
        model.put("wayOutUrl", values.getOrDefault(Vocabulary.WAY_OUT, ""));
    }

    /** The finished pieces this kind of message may hold, by name. */
    Map<String, String> blocks(Escape escape) {
        var blocks = new HashMap<String, String>();
        for (var term : vocabulary.terms().values()) {
            if (term.sort() == Sort.BLOCK) {
                blocks.put(term.name(), rendered("blocks/" + fileOf(term.name()), escape, model));
            }
        }
        return blocks;
    }

    String around(String content, Escape escape) {
        var all = new HashMap<>(model);
        all.put("content", content);
        return rendered("layout", escape, all);
    }

    private String fileOf(String block) {
        if (block.equals(Vocabulary.INVOICE_LIST)) {
            return kind == MessageKind.RECEIPT ? "settled-invoices" : "open-invoices";
        }
        return block;
    }

    private String rendered(String name, Escape escape, Map<String, Object> model) {
        var suffix = escape.name().toLowerCase(Locale.ROOT);
        return engine.render(name + "." + suffix, escape, model, Limits.MESSAGE);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
