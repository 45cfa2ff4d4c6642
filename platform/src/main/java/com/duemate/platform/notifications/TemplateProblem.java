package com.duemate.platform.notifications;

import java.util.Locale;

/**
 * Why a template is not taken.
 *
 * @param line from 1, within the part
 * @param found what was met there, shortened; empty when something is absent
 */
public record TemplateProblem(Part part, int line, Reason reason, String found) {

    public enum Part {
        SUBJECT,
        BODY,
        SMS
    }

    public enum Reason {
        TOO_LONG,
        EMPTY,
        /** Braces that are neither a placeholder nor {@code #if}, {@code else}, {@code #each} and their ends. */
        NOT_UNDERSTOOD,
        UNKNOWN_PLACEHOLDER,
        UNKNOWN_LIST,
        /** A block opened and not closed, closed and not opened, or nested too deep. */
        BLOCKS_NOT_PAIRED,
        /** A placeholder where it cannot be made harmless, or a block inside a paragraph. */
        MISPLACED,
        /** A value that is not always there, without the {@code #if} that asks for it. */
        MAYBE_MISSING,
        FORBIDDEN_TAG,
        FORBIDDEN_ATTRIBUTE,
        TAGS_NOT_PAIRED,
        /** The link the message exists for is not in it. */
        NO_LINK,
        NO_SENDER,
        NO_WAY_OUT;

        /** Key of a text in bundle {@code notifications}, with the argument {@code found}. */
        public String key() {
            return "notifications.template." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
