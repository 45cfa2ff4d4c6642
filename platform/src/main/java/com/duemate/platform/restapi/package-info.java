/**
 * The REST door: keys, rate limits, problem details, and the resources of version 1. Owns: no table, no event.
 * Commands and queries: those of the rooms it opens.
 */
@NullMarked
@ApplicationModule(
        displayName = "REST API",
        allowedDependencies = {
            "kernel",
            "scope",
            "tenancy",
            "notifications",
            "identity",
            "customers",
            "invoicing",
            "payments",
            "reminders",
            "imports",
            "insights"
        })
package com.duemate.platform.restapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
