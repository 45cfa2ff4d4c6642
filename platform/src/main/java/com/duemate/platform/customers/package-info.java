/**
 * Owns: debtors, how to reach them, their language and zone, holds on a customer. Tables: {@code customers.*}.
 * Commands: {@link com.duemate.platform.customers.Customers}, {@link com.duemate.platform.customers.CustomerIntake}. Events out: CustomerChanged. Events in: none. Published view: {@code customers.pub_customer}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"kernel", "scope", "audit", "messaging", "tenancy", "identity"})
package com.duemate.platform.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
