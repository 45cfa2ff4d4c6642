package com.duemate.platform.reminders.tasks;

import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.StaffUser;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at work. */
public final class Person {

    private static final int LONGEST_NAME = 120;

    private Person() {}

    /** At most {@value #LONGEST_NAME} characters; empty for a program. */
    public static String name() {
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
