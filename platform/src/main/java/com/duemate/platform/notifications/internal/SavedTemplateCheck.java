package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.TemplateCheck;
import com.duemate.platform.notifications.TemplateProblem;
import com.duemate.platform.notifications.TemplateProblem.Part;
import com.duemate.platform.notifications.TemplateProblem.Reason;
import com.duemate.platform.notifications.TemplateText;
import com.duemate.platform.notifications.internal.Vocabulary.Sort;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class SavedTemplateCheck implements TemplateCheck {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_SMS = 300;

    @Override
    public List<String> placeholders(MessageKind kind) {
        return Vocabulary.of(kind).names();
    }

    @Override
    public List<TemplateProblem> check(MessageKind kind, TemplateText template) {
        var vocabulary = Vocabulary.of(kind);
        var sms = template.sms();
        return Stream.of(
                        line(Part.SUBJECT, template.subject(), LONGEST_SUBJECT, EnumSet.of(Sort.TEXT), vocabulary),
                        body(template.body(), vocabulary),
                        sms == null ? List.<TemplateProblem>of() : sms(sms, vocabulary))
                .flatMap(List::stream)
                .toList();
    }

    private static List<TemplateProblem> line(
            Part part, String source, int longest, Set<Sort> allowed, Vocabulary vocabulary) {
        var problems = new Problems(part, source);
        if (source.isBlank()) {
            problems.add(Reason.EMPTY, 0, "");
        }
        if (source.length() > longest) {
            problems.add(Reason.TOO_LONG, 0, Integer.toString(longest));
            return problems.inOrder();
        }
        new PlaceholderRules(vocabulary, allowed, problems).check(Mustache.in(source));
        controls(source, "", problems);
        return problems.inOrder();
    }

    private static List<TemplateProblem> sms(String sms, Vocabulary vocabulary) {
        var problems = new Problems(Part.SMS, sms);
        if (!shows(sms, Vocabulary.SENDER)) {
            problems.add(Reason.NO_SENDER, 0, "");
        }
        if (!sms.contains("STOP")) {
            problems.add(Reason.NO_WAY_OUT, 0, "");
        }
        return Stream.concat(
                        line(Part.SMS, sms, LONGEST_SMS, EnumSet.of(Sort.TEXT, Sort.URL), vocabulary).stream(),
                        problems.inOrder().stream())
                .toList();
    }

    private static List<TemplateProblem> body(String body, Vocabulary vocabulary) {
        var problems = new Problems(Part.BODY, body);
        if (body.length() > LONGEST_BODY) {
            problems.add(Reason.TOO_LONG, 0, Integer.toString(LONGEST_BODY));
            return problems.inOrder();
        }
        if (body.isBlank()) {
            problems.add(Reason.EMPTY, 0, "");
        }
        controls(body, "\n\r\t", problems);
        var mustaches = Mustache.in(body);
        new PlaceholderRules(vocabulary, EnumSet.of(Sort.TEXT, Sort.URL, Sort.BLOCK), problems).check(mustaches);
        new MarkupRules(body, vocabulary, problems).check(mustaches);
        if (!shows(body, Vocabulary.BUTTON) && !shows(body, vocabulary.link())) {
            problems.add(Reason.NO_LINK, body.length(), vocabulary.link());
        }
        return problems.inOrder();
    }

    private static boolean shows(String source, String name) {
        return Mustache.in(source).stream()
                .anyMatch(it -> it.sort() == Mustache.Sort.VALUE && it.name().equals(name));
    }

    private static void controls(String source, String allowed, Problems problems) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean breaks = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
            if (breaks && allowed.indexOf(c) < 0) {
                problems.add(Reason.NOT_UNDERSTOOD, i, "U+%04X".formatted((int) c));
                return;
            }
        }
    }
}
