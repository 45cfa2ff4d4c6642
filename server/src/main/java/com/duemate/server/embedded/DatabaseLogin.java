package com.duemate.server.embedded;

import java.util.Locale;

/** The logins that {@code db/provision/logins.sql} makes. */
enum DatabaseLogin {
    OWNER,
    TENANT,
    CUSTOMER,
    ENGINE,
    STAFF,
    DOOR;

    /** As in the settings and in the placeholders of the SQL. */
    String plane() {
        return name().toLowerCase(Locale.ROOT);
    }

    String username() {
        return "duemate_" + plane();
    }
}
