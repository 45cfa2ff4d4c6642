package com.duemate.tenantportal.look;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A company or a person: initials, name, and one quiet line about them. */
public final class CompanyChip extends HtmlContainer {

    private final Span words;

    public CompanyChip(String name) {
        this("span", name);
    }

    /** One that opens the company's or person's page. */
    public static CompanyChip opening(String route, String name) {
        CompanyChip chip = new CompanyChip("a", name);
        Routes.open(chip, route);
        return chip;
    }

    private CompanyChip(String tag, String name) {
        super(tag);
        addClassName("dm-chip");
        Span sign = new Span(initials(name));
        sign.addClassName("dm-chip__sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span label = new Span(name);
        label.addClassName("dm-chip__name");
        label.setTitle(name);
        words = new Span(label);
        words.addClassName("dm-chip__words");
        add(sign, words);
    }

    public CompanyChip person() {
        addClassName("dm-chip--person");
        return this;
    }

    public CompanyChip detail(String text) {
        Span more = new Span(text);
        more.addClassName("dm-chip__more");
        words.add(more);
        return this;
    }

    /** First letters of the first and last word that has one; at most two signs, whatever the script. */
    static String initials(String name) {
        int[] letters = name.strip()
                .codePoints()
                .filter(point -> Character.isLetterOrDigit(point) || Character.isWhitespace(point))
                .toArray();
        String[] parts = new String(letters, 0, letters.length).strip().split("\\s+");
        if (parts.length == 1) {
            return firstOf(parts[0]);
        }
        return firstOf(parts[0]) + firstOf(parts[parts.length - 1]);
    }

    private static String firstOf(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
