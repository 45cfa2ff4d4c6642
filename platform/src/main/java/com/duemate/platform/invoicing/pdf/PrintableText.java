package com.duemate.platform.invoicing.pdf;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Text as the paper's font can set it. Control characters and marks that turn the reading direction go (they can make an
 * amount read backwards); characters the font lacks are taken apart (full width, ligatures) or shown as one box each.
 */
final class PrintableText {

    private static final int BOX = 0x25A1;

    private PrintableText() {}

    /** In one row: every line break and tab becomes a space. */
    static String row(String raw) {
        return set(raw, false);
    }

    /** A figure, its minus as long as a plus is wide. */
    static String figure(String formatted) {
        return row(formatted).replace('-', '\u2212');
    }

    /** With its line breaks. */
    static String rows(String raw) {
        return set(raw.replace("\r\n", "\n").replace('\r', '\n'), true);
    }

    private static String set(String raw, boolean breaks) {
        if (isPlain(raw)) {
            return raw;
        }
        var out = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Form.NFC).codePoints().forEach(c -> {
            if (c == '\n' && breaks) {
                out.append('\n');
            } else if (Character.isWhitespace(c)) {
                out.append(' ');
            } else if (isSilent(c)) {
                return;
            } else if (covers(c)) {
                out.appendCodePoint(c);
            } else {
                var parts = Normalizer.normalize(Character.toString(c), Form.NFKD);
                out.append(parts.codePoints().allMatch(PrintableText::covers) ? parts : Character.toString(BOX));
            }
        });
        return out.toString();
    }

    /** Nothing in it that is written in two ways, and nothing the font lacks. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > 0x7E && c < 0xA0 || c == 0xAD || c > 0x17F || !covers(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSilent(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> c >= 0xFE00 && c <= 0xFE0F;
        };
    }

    private static boolean covers(int c) {
        return PaperFace.REGULAR.has(c) && PaperFace.SEMIBOLD.has(c);
    }
}
