package com.duemate.platform.notifications.rendering;

import java.io.Writer;

/** Where one rendering writes, until its characters or its time are spent. */
final class Budget extends Writer {

    private final StringBuilder out = new StringBuilder(4096);
    private final Limits limits;
    private final long startedNanos = System.nanoTime();

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** @param pending characters held elsewhere, soon to be written */
    void spend(int pending) {
        if (pending > limits.characters() - out.length()) {
            throw new TemplateFailed("more than " + limits.characters() + " characters");
        }
        if (System.nanoTime() - startedNanos > limits.time().toNanos()) {
            throw new TemplateFailed("took longer than " + limits.time());
        }
    }

    @Override
    public void write(char[] characters, int from, int count) {
        spend(count);
        out.append(characters, from, count);
    }

    @Override
    public void write(String text, int from, int count) {
        spend(count);
        out.append(text, from, from + count);
    }

    @Override
    public Budget append(CharSequence text) {
        spend(text.length());
        out.append(text);
        return this;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return out.toString();
    }
}
