package com.duemate.platform.identity;

import com.duemate.platform.kernel.TenantId;
import java.util.List;

/** Changing the tenant one works in. For signed-in users. */
public interface WorkAs {

    /** The open tenants one has a seat in, by name. */
    List<Workplace> choices();

    /**
     * Works in another tenant from now on: changes the signed-in principal of the session and records it in that tenant's
     * trail. Open screens hold the old tenant's data and must be loaded again.
     *
     * @return false when one has no open seat there
     */
    boolean switchTo(TenantId tenant);

    /** @param current the one worked in now */
    record Workplace(TenantId tenant, String name, Role role, boolean current) {}
}
