package com.duemate.themes.text;

/** A key without a text in any language, or a text whose pattern or arguments do not fit. */
public final class MissingText extends RuntimeException {

    MissingText(String message) {
        super(message);
    }

    MissingText(String message, Throwable cause) {
        super(message, cause);
    }
}
