package com.duemate.platform.tenancy;

import com.duemate.platform.kernel.TenantId;
import java.util.Map;

/** What staff did to a tenant, told to that tenant's trail. */
public interface StaffActs {

    /**
     * Writes into the tenant's trail once the running transaction of the staff's scope has committed.
     *
     * @param action {@code <room>.<verb>}
     * @param facts short facts for people, to which the actor is added
     */
    void recordAfterwards(TenantId tenant, String action, Map<String, ?> facts);
}
