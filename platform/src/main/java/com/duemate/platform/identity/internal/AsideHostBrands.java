package com.duemate.platform.identity.internal;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.branding.Brands;
import com.duemate.platform.identity.HostBrands;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import com.duemate.platform.tenancy.Surface;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class AsideHostBrands implements HostBrands {

    /** Nobody yet, at a tenant: sees what every customer may, such as the brand. */
    static final CustomerId NOBODY = new CustomerId(new UUID(0, 0));

    private final Brands brands;
    private final Aside aside;

    AsideHostBrands(Brands brands, Aside aside) {
        this.brands = brands;
        this.aside = aside;
    }

    @Override
    public Optional<Brand> of(KnownHost host) {
        return Optional.ofNullable(host.tenant()).map(tenant -> aside.call(scope(host, tenant), brands::current));
    }

    private static Scope scope(KnownHost host, TenantId tenant) {
        return host.surface() == Surface.CUSTOMER_PORTAL
                ? new Scope.Customer(tenant, NOBODY)
                : new Scope.Tenant(tenant);
    }
}
