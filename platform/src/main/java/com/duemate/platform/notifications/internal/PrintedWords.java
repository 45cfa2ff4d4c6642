package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.LetterWords;
import com.duemate.platform.notifications.MessageFacts.OpenInvoice;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.TemplateRef;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.notifications.rendering.Escape;
import com.duemate.platform.notifications.rendering.Limits;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import com.github.jknack.handlebars.Handlebars.SafeString;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PrintedWords implements LetterWords {

    /** Stands where the list goes; no text holds it on a line of its own. */
    private static final String LIST = "\uE000";

    private final TemplateEngine engine;
    private final ShippedTemplates shipped = new ShippedTemplates();

    PrintedWords(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public Words reminder(
            Tone tone,
            Situation situation,
            Locale locale,
            Writer writer,
            String recipientName,
            List<OpenInvoice> invoices) {
        var words = new MessageWords(locale);
        var text = shipped.letter(TemplateRef.reminder(tone, situation), words.locale());
        var facts = new HashMap<String, Object>(Map.of("recipientName", recipientName));
        facts.put("invoices", invoices.stream().map(PrintedWords::facts).toList());
        if (writer.replyTo() != null) {
            facts.put("replyTo", writer.replyTo());
        }
        var values = new MessageValues(Vocabulary.LETTER, words).of(facts, writer.name());
        var subject = engine.renderSource(text.subject(), Escape.TEXT, values, Limits.MESSAGE);
        values.put(Vocabulary.INVOICE_LIST, new SafeString(LIST));
        var body = TextForm.tidy(
                engine.renderSource(TextForm.of(text.body(), Vocabulary.LETTER), Escape.TEXT, values, Limits.MESSAGE));
        var list = "\n" + LIST + "\n";
        int at = body.indexOf(list);
        return new Words(
                subject.strip(),
                body.substring(0, at).strip(),
                body.substring(at + list.length()).strip());
    }

    private static Map<String, Object> facts(OpenInvoice invoice) {
        return Map.of(
                "number", invoice.number(),
                "dueOn", invoice.dueOn(),
                "amount", invoice.amount(),
                "daysLate", invoice.daysLate());
    }
}
