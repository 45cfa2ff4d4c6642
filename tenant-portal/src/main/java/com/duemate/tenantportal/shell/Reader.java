package com.duemate.tenantportal.shell;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import com.duemate.themes.text.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Whoever looks at the screen: the tenant worked in, the formats to be read, the texts, and the business time of this look.
 */
public record Reader(TenantProfile tenant, Formats formats, Texts texts, Instant now) {

    /** The business day in the tenant's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, tenant.zone());
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, tenant.zone());
    }

    public String money(Money amount) {
        return formats.money(amount.minor(), amount.currency());
    }

    public When when(LocalDate day) {
        return formats.relative(day, today());
    }

    public When when(Instant at) {
        return formats.relative(at, now);
    }

    /** The day, without the year when it is this one's. */
    public String date(LocalDate day) {
        return formats.date(day, today());
    }

    public String text(String key, Object... arguments) {
        return texts.text(formats.locale(), key, arguments);
    }

    /** @param arguments by name */
    public String text(String key, Map<String, ?> arguments) {
        return texts.text(formats.locale(), key, arguments);
    }
}
