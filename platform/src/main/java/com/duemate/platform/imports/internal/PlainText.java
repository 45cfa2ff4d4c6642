package com.duemate.platform.imports.internal;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from a cell made fit to be kept: one line, trimmed, in NFC, without characters nobody sees.
 *
 * @param flaw why it must not be taken; null when it may
 */
record PlainText(String text, @Nullable Reason flaw) {

    private static final Set<String> BLANKS = Set.of("-", "--", "–", "—", "NULL", "N/A", "n/a", "#N/A", "NaN");
    private static final Pattern NUMBER_OR_PHONE = Pattern.compile("[+-]?[ (]{0,2}[0-9][0-9 ()./,-]*");

    static PlainText of(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            char c = raw.charAt(i);
            plain = c > ' ' && c < 0x7F || c == ' ' && i > 0 && raw.charAt(i - 1) != ' ' && i < raw.length() - 1;
        }
        if (plain) {
            return judged(raw, raw);
        }
        var kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == Charsets.UNDECODABLE || c == 0xFFFD || (c >= 0xD800 && c <= 0xDFFF)) {
                return new PlainText("", Reason.WRONG_ENCODING);
            }
            if (isSpace(c)) {
                if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                    kept.append(' ');
                }
            } else if (isDangerous(c)) {
                return new PlainText("", Reason.HIDDEN_CHARACTERS);
            } else if (!isInvisible(c)) {
                kept.appendCodePoint(c);
            }
        }
        if (!kept.isEmpty() && kept.charAt(kept.length() - 1) == ' ') {
            kept.setLength(kept.length() - 1);
        }
        return judged(Normalizer.normalize(kept, Normalizer.Form.NFC), raw);
    }

    /** Whether it stands for nothing: no characters, or one of the usual placeholders. */
    static boolean isBlank(String raw) {
        return raw.isBlank() || (raw.length() < 8 && BLANKS.contains(raw.strip()));
    }

    /** What a person is shown of a cell that was refused. */
    static String excerpt(String raw) {
        var shown = new StringBuilder();
        for (int i = 0; i < raw.length() && shown.length() < Limits.EXCERPT_CHARS; ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                shown.append(' ');
            } else if (isDangerous(c)
                    || isInvisible(c)
                    || c == Charsets.UNDECODABLE
                    || Character.getType(c) == Character.SURROGATE) {
                shown.append('\uFFFD');
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString().strip();
    }

    /** Whether a spreadsheet would compute it; plain numbers and telephone numbers may begin with a sign. */
    static boolean isFormula(String text) {
        return !text.isEmpty()
                && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0
                && !NUMBER_OR_PHONE.matcher(text).matches();
    }

    private static PlainText judged(String text, String raw) {
        if (text.isEmpty() || BLANKS.contains(text)) {
            return new PlainText("", null);
        }
        boolean hidden = raw.charAt(0) == '\t' || raw.charAt(0) == '\r';
        return new PlainText(text, hidden || isFormula(text) ? Reason.FORMULA : null);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c == 0x85 || Character.isSpaceChar(c);
    }

    /** Controls, and what turns the direction of the text around it. */
    private static boolean isDangerous(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xE0000 && c <= 0xE007F)
                || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || c == 0x2060
                || c == 0xFEFF;
    }
}
