package com.duemate.platform.scope;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the door learns from an exact match: to whom something belongs, never what it says.
 *
 * @param tenant null for what belongs to the platform
 * @param customer set where the handle acts for one customer
 * @param subject the row it stands for
 * @param detail a short routing word of the registering room, such as a surface
 */
public record Handle(
        UUID subject, @Nullable TenantId tenant, @Nullable CustomerId customer, String detail) {

    /** @throws IllegalStateException when the handle belongs to the platform */
    public TenantId requireTenant() {
        if (tenant == null) {
            throw new IllegalStateException("handle without tenant");
        }
        return tenant;
    }

    /** @throws IllegalStateException when the handle acts for no customer */
    public CustomerId requireCustomer() {
        if (customer == null) {
            throw new IllegalStateException("handle without customer");
        }
        return customer;
    }
}
