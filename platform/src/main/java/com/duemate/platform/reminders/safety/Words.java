package com.duemate.platform.reminders.safety;

import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.StaffUser;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people say when they stop or release, and how they are called. */
final class Words {

    private static final int LONGEST_NAME = 120;

    private Words() {}

    /** @throws IllegalArgumentException for none, or too many */
    static String checked(String words) {
        var said = words.strip();
        if (said.isEmpty() || said.length() > SendingStops.MAX_WORDS) {
            throw new IllegalArgumentException("a reason of 1 to " + SendingStops.MAX_WORDS + " characters");
        }
        return said;
    }

    static String person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var name =
                switch (authentication == null ? null : authentication.getPrincipal()) {
                    case SignedInUser user -> user.person().name();
                    case StaffUser user -> user.name();
                    case null, default -> "";
                };
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
