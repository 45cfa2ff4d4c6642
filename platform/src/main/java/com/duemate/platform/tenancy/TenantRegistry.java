package com.duemate.platform.tenancy;

import com.duemate.platform.kernel.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registry of tenants, in the staff's scope. */
public interface TenantRegistry {

    /** Registers a tenant with its customer portal's host, ready for use. @throws SlugTaken when the slug is in use */
    TenantId create(NewTenant tenant);

    void suspend(TenantId tenant);

    void reactivate(TenantId tenant);

    int MOST_REMINDERS = 100_000_000;

    /** @param monthly reminders the tenant may have sent in a calendar month of its zone; null for no limit */
    void allowReminders(TenantId tenant, @Nullable Integer monthly);

    List<TenantSummary> list();

    Optional<TenantSummary> find(String slug);

    /** @param slug lower-case letters, digits and hyphens; becomes the portal's host */
    record NewTenant(
            String slug,
            String name,
            Currency currency,
            Locale locale,
            ZoneId zone,
            boolean testMode,
            @Nullable TenantId reseller) {}

    record TenantSummary(
            TenantId id,
            String slug,
            String name,
            TenantStatus status,
            String portalUrl,
            Instant createdAt,
            @Nullable TenantId reseller,
            @Nullable Integer monthlyReminders) {}

    /** The slug belongs to somebody else. */
    final class SlugTaken extends RuntimeException {

        public SlugTaken(String slug) {
            super(slug);
        }
    }
}
