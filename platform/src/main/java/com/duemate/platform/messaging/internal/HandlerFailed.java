package com.duemate.platform.messaging.internal;

/** A room did not take an event. */
final class HandlerFailed extends RuntimeException {

    private final String handler;

    HandlerFailed(String handler, RuntimeException cause) {
        super(handler, cause);
        this.handler = handler;
    }

    String handler() {
        return handler;
    }

    /** What is kept of a failure: the handler, if it came to one, and the class of its first cause; never a message. */
    static String told(Throwable failure) {
        var handler = "";
        var cause = failure;
        while (cause.getCause() != null) {
            if (cause instanceof HandlerFailed failed) {
                handler = failed.handler() + " ";
            }
            cause = cause.getCause();
        }
        return handler + cause.getClass().getName();
    }
}
