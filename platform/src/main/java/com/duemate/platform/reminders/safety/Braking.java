package com.duemate.platform.reminders.safety;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a tenant's reminders back at one look.
 *
 * @param stopped null while they may go
 * @param allowance null while there is no limit
 */
public record Braking(@Nullable Stopped stopped, @Nullable Allowance allowance) {

    public static final Braking NONE = new Braking(null, null);

    /** The same after so many more messages. */
    public Braking after(int messages) {
        return allowance == null || messages == 0
                ? this
                : new Braking(
                        stopped, new Allowance(allowance.monthly(), allowance.used() + messages, allowance.renewsAt()));
    }

    /**
     * How many reminders a tenant may have sent in a calendar month of its own zone.
     *
     * @param renewsAt the first instant of the next month
     */
    public record Allowance(int monthly, long used, Instant renewsAt) {

        public boolean isUsedUp(Instant now) {
            return used >= monthly && now.isBefore(renewsAt);
        }
    }
}
