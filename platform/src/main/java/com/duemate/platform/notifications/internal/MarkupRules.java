package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.TemplateProblem.Reason;
import com.duemate.platform.notifications.internal.Vocabulary.Sort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The HTML a template's body may hold: a few tags of running text, no attribute but the address of a link, everything closed
 * where it was opened. So a placeholder stands either in text or is the whole address, and escaping for HTML is enough.
 */
final class MarkupRules {

    static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");
    static final Pattern HREF = Pattern.compile(" href=\"([^\"]*)\"");

    private static final Set<String> PAIRED =
            Set.of("p", "a", "strong", "b", "em", "i", "u", "ul", "ol", "li", "h2", "h3", "blockquote");
    private static final Set<String> ALONE = Set.of("br", "hr");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *([a-zA-Z][a-zA-Z0-9]*) *\\}\\}");
    private static final Pattern LITERAL =
            Pattern.compile("(?:https?://|mailto:)[A-Za-z0-9._~:/?#@!$&()*+,;=%-]{1,500}", Pattern.CASE_INSENSITIVE);
    private static final String BLOCK = "{{";

    private final String body;
    private final Vocabulary vocabulary;
    private final Problems problems;
    /** Open tags, and {@link #BLOCK} for each open block of the template. */
    private final Deque<String> open = new ArrayDeque<>();

    MarkupRules(String body, Vocabulary vocabulary, Problems problems) {
        this.body = body;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check(List<Mustache> mustaches) {
        var tag = TAG.matcher(body);
        int next = 0;
        int at = 0;
        while (at < body.length()) {
            while (next < mustaches.size() && mustaches.get(next).from() < at) {
                next++;
            }
            if (next < mustaches.size() && mustaches.get(next).from() == at) {
                mustache(mustaches.get(next));
                at = mustaches.get(next).to();
            } else if (body.charAt(at) == '<') {
                if (tag.region(at, body.length()).lookingAt()) {
                    tag(tag, at);
                    at = tag.end();
                } else {
                    problems.add(Reason.FORBIDDEN_TAG, at, body.substring(at));
                    at++;
                }
            } else {
                at++;
            }
        }
        open.stream()
                .filter(name -> !name.equals(BLOCK))
                .forEach(name -> problems.add(Reason.TAGS_NOT_PAIRED, body.length(), name));
    }

    private void mustache(Mustache mustache) {
        switch (mustache.sort()) {
            case IF, EACH -> open.push(BLOCK);
            case ELSE, END -> {
                while (!open.isEmpty() && !open.peek().equals(BLOCK)) {
                    problems.add(Reason.TAGS_NOT_PAIRED, mustache.from(), open.pop());
                }
                if (mustache.sort() == Mustache.Sort.END) {
                    open.poll();
                }
            }
            case VALUE -> {
                var term = vocabulary.terms().get(mustache.name());
                if (term != null && term.sort() == Sort.BLOCK && open.stream().anyMatch(name -> !name.equals(BLOCK))) {
                    problems.add(Reason.MISPLACED, mustache.from(), mustache.name());
                }
            }
            case UNKNOWN -> {}
        }
    }

    private void tag(Matcher tag, int at) {
        var name = tag.group(2).toLowerCase(Locale.ROOT);
        boolean closes = !tag.group(1).isEmpty();
        if (!PAIRED.contains(name) && !ALONE.contains(name)) {
            problems.add(Reason.FORBIDDEN_TAG, at, tag.group());
        } else if (!attributes(name, closes, tag.group(3))) {
            problems.add(Reason.FORBIDDEN_ATTRIBUTE, at, tag.group());
        }
        if (!PAIRED.contains(name)) {
            return;
        }
        if (!closes) {
            open.push(name);
        } else if (name.equals(open.peek())) {
            open.pop();
        } else {
            problems.add(Reason.TAGS_NOT_PAIRED, at, tag.group());
        }
    }

    private boolean attributes(String tag, boolean closes, String attributes) {
        if (!tag.equals("a") || closes) {
            return attributes.isBlank()
                    || (ALONE.contains(tag) && attributes.strip().equals("/"));
        }
        var href = HREF.matcher(attributes);
        if (!href.matches()) {
            return false;
        }
        var placeholder = PLACEHOLDER.matcher(href.group(1));
        return placeholder.matches()
                ? isUrl(placeholder.group(1))
                : LITERAL.matcher(href.group(1)).matches();
    }

    private boolean isUrl(String name) {
        return Stream.concat(Stream.of(vocabulary.terms()), vocabulary.lists().values().stream())
                .map(terms -> terms.get(name))
                .anyMatch(term -> term != null && term.sort() == Sort.URL);
    }
}
