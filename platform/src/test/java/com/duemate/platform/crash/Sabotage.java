package com.duemate.platform.crash;

import org.jspecify.annotations.Nullable;

/** What a worse program would do; each must turn the audit red. */
enum Sabotage {
    NONE,
    /** Says that a message is gone before it hands it to the mail server. */
    RECORDS_BEFORE_IT_SENDS,
    /** Sends again what may or may not have been sent. */
    SENDS_THE_UNKNOWN_AGAIN;

    private static final String MESSAGE = "notifications.message";

    String statement(String sql) {
        return this == RECORDS_BEFORE_IT_SENDS && sql.contains(MESSAGE)
                ? sql.replace("set status = 'SENDING'", "set status = 'SENT', sent_at = clock_timestamp()")
                : sql;
    }

    boolean queuesAgain(String sql, @Nullable Object parameter) {
        return this == SENDS_THE_UNKNOWN_AGAIN && sql.contains("update " + MESSAGE) && "UNKNOWN".equals(parameter);
    }
}
