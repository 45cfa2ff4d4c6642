package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.safety.Braking;
import java.util.Locale;

/**
 * What holds for all of a tenant's messages.
 *
 * @param captures test mode or demo: messages are written and kept, and nothing leaves. A missing address then holds nothing
 *     back, so that a policy can be watched on data that is not complete yet
 * @param suspended nothing is written or sent
 * @param locale in which decisions name what has a name, such as a holiday
 * @param braking what keeps all messages back, and how many more there may be this month
 */
record TenantState(boolean captures, boolean suspended, Locale locale, Braking braking) {

    TenantState(boolean captures, boolean suspended, Locale locale) {
        this(captures, suspended, locale, Braking.NONE);
    }

    static final TenantState LIVE = new TenantState(false, false, Locale.ENGLISH);
}
