package com.duemate.platform.reminders.safety;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on circuits look at all, in reminders in 24 hours; below these nothing ever opens.
 *
 * @param circuits false where somebody else looks after volume, such as a load test
 * @param tenant for a tenant whose usual days are known
 * @param newTenant for a tenant whose usual days are not known yet
 * @param reseller for a reseller with its tenants
 * @param platform for everybody together; three times that while the usual days are not known
 * @param beat between two looks at circuits, and at whether this is still the same database
 */
@ConfigurationProperties("duemate.reminders.safety")
record SafetySettings(
        @DefaultValue("true") boolean circuits,
        @DefaultValue("60") long tenant,
        @DefaultValue("5000") long newTenant,
        @DefaultValue("2000") long reseller,
        @DefaultValue("100000") long platform,
        @DefaultValue("2s") Duration beat) {

    Band.Floor ofTenant() {
        return new Band.Floor(tenant, newTenant);
    }

    Band.Floor ofReseller() {
        return new Band.Floor(reseller, 3 * newTenant);
    }

    Band.Floor ofPlatform() {
        return new Band.Floor(platform, 3 * platform);
    }
}
