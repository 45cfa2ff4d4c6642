/**
 * Owns: read models: what is outstanding, overdue, collected, and what goes out next. Tables: none.
 * Queries: {@link com.duemate.platform.insights.Dashboards}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Insights",
        allowedDependencies = {"kernel", "scope", "tenancy", "customers", "ledger", "invoicing", "payments", "reminders"
        })
package com.duemate.platform.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
