package com.duemate.platform.scope;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;

/** In whose name code touches the database. Decides the plane: a PostgreSQL login with its own pool. */
public sealed interface Scope {

    /** One tenant's rows. */
    record Tenant(TenantId tenant) implements Scope {}

    /** One customer's own documents at one tenant; may insert requests, which the tenant's scope carries out. */
    record Customer(TenantId tenant, CustomerId customer) implements Scope {}

    /** Claim, lease and routing columns of work tables over all tenants; no names, amounts or addresses. */
    record Engine() implements Scope {}

    /** The registry: tenants, plans, hosts, usage; no tenant's business data. */
    record Staff() implements Scope {}

    /** Nobody yet: exact-match look-ups of handles and nothing else. */
    record Door() implements Scope {}
}
