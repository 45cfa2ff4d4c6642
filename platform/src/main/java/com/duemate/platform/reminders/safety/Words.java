package com.duemate.platform.reminders.safety;

/** What people say when they stop. */
final class Words {

    private Words() {}

    /** @throws IllegalArgumentException for none, or too many */
    static String checked(String words) {
        var said = words.strip();
        if (said.isEmpty() || said.length() > SendingStops.MAX_WORDS) {
            throw new IllegalArgumentException("a reason of 1 to " + SendingStops.MAX_WORDS + " characters");
        }
        return said;
    }
}
