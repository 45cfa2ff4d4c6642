package com.duemate.platform.messaging.internal;

import com.duemate.platform.kernel.TenantId;
import java.util.UUID;

/** What travels: whose event, which row, under what name. The consumer reloads the rest in the tenant's scope. */
record Parcel(TenantId tenant, UUID event, String name) {}
