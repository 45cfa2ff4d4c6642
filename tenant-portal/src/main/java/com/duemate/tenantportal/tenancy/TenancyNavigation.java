package com.duemate.tenantportal.tenancy;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ways to the tenant's settings, and for staff to tenants. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class TenancyNavigation implements Navigation {

    static final String SETTINGS = "settings/general";
    static final String REGISTRY = "staff/tenants";

    @Override
    public List<Place> places() {
        return List.of(Place.setting(10, Sign.SETTINGS, "portaltenancy.nav.settings", SETTINGS, Permission.MAY_MANAGE));
    }

    /** For staff: the registry. */
    public static String registry() {
        return REGISTRY;
    }

    static String tenant(String slug) {
        return REGISTRY + "/" + slug;
    }
}
