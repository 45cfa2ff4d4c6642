package com.duemate.platform.tenancy;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** The tenant one works in. */
public interface Tenants {

    /** The profile of the current scope's tenant; for tenants and their customers. */
    TenantProfile current();

    void changeSettings(Settings settings);

    record Settings(String name, Currency currency, Locale locale, ZoneId zone, boolean testMode) {}
}
