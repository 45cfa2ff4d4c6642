package com.duemate.platform.notifications.rendering;

import org.jspecify.annotations.Nullable;

/** A template could not be rendered: it is broken, lacks a value it names, or passed a limit. The message names no value. */
public class TemplateFailed extends RuntimeException {

    public TemplateFailed(String message) {
        super(message);
    }

    TemplateFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
