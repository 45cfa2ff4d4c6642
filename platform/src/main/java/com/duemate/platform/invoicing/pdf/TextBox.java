package com.duemate.platform.invoicing.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text in lines as long as there is room, broken after spaces and hyphens, and within a word only where that is longer. */
final class TextBox implements Box {

    private static final float LEADING = 1.38f;

    private final String text;
    private final PaperFace face;
    private final float size;
    private final Color color;
    private final boolean atTheRight;
    private final @Nullable String link;
    private List<String> lines = List.of();
    private float brokenFor = -1;

    private TextBox(String text, PaperFace face, float size, Color color, boolean atTheRight, @Nullable String link) {
        this.text = text;
        this.face = face;
        this.size = size;
        this.color = color;
        this.atTheRight = atTheRight;
        this.link = link;
    }

    static TextBox regular(String text, float size, Color color) {
        return new TextBox(text, PaperFace.REGULAR, size, color, false, null);
    }

    static TextBox semibold(String text, float size, Color color) {
        return new TextBox(text, PaperFace.SEMIBOLD, size, color, false, null);
    }

    TextBox atTheRight() {
        return new TextBox(text, face, size, color, true, link);
    }

    TextBox leadingTo(String address) {
        return new TextBox(text, face, size, color, atTheRight, address);
    }

    @Override
    public float height(float width) {
        int count = lines(width).size();
        return count == 0 ? 0 : face.ascent(size) + (count - 1) * LEADING * size + face.descent(size);
    }

    @Override
    public void draw(PaperPage page, float left, float top, float width, float height) {
        float baseline = top + face.ascent(size);
        for (var line : lines(width)) {
            float at = atTheRight ? left + width - face.width(line, size) : left;
            page.text(line, face, size, color, at, baseline);
            if (link != null) {
                page.link(
                        link,
                        at,
                        baseline - face.ascent(size),
                        at + face.width(line, size),
                        baseline + face.descent(size));
            }
            baseline += LEADING * size;
        }
    }

    private List<String> lines(float width) {
        if (brokenFor != width) {
            brokenFor = width;
            lines = broken(width);
        }
        return lines;
    }

    private List<String> broken(float room) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.indexOf('\n') < 0 && face.width(text, size) <= room) {
            return List.of(text.stripTrailing());
        }
        var all = new ArrayList<String>();
        text.lines().forEach(paragraph -> breakUp(paragraph, room, all));
        return all;
    }

    private void breakUp(String paragraph, float room, List<String> all) {
        int start = 0;
        int chance = 0;
        float width = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            width += face.width(c, size);
            if (width > room && c != ' ' && i > start) {
                int end = chance > start ? chance : i;
                all.add(paragraph.substring(start, end).stripTrailing());
                start = end;
                width = face.width(paragraph.substring(start, i + 1), size);
            }
            if (c == ' ' || c == '-' || c == '\u2010') {
                chance = i + 1;
            }
        }
        all.add(paragraph.substring(start).stripTrailing());
    }
}
