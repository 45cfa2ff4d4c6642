package com.duemate.platform.tenancy;

import com.duemate.platform.kernel.TenantId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every room may know of the tenant it works for.
 *
 * @param portalUrl base address of the customer portal's canonical host, without a slash at the end
 * @param testMode nothing leaves: messages are captured instead of sent
 * @param monthlyReminders at most so many in a calendar month of its zone; null for no limit
 */
public record TenantProfile(
        TenantId id,
        String slug,
        String name,
        TenantStatus status,
        Currency currency,
        Locale locale,
        ZoneId zone,
        boolean testMode,
        String portalUrl,
        @Nullable TenantId reseller,
        @Nullable Integer monthlyReminders) {

    /** Without a limit. */
    public TenantProfile(
            TenantId id,
            String slug,
            String name,
            TenantStatus status,
            Currency currency,
            Locale locale,
            ZoneId zone,
            boolean testMode,
            String portalUrl,
            @Nullable TenantId reseller) {
        this(id, slug, name, status, currency, locale, zone, testMode, portalUrl, reseller, null);
    }
}
