package com.duemate.tenantportal.branding;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the tenant's own look. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class BrandingNavigation implements Navigation {

    static final String ROUTE = "settings/brand";

    @Override
    public List<Place> places() {
        return List.of(Place.setting(20, Sign.BRAND, "portalbranding.nav.brand", ROUTE, Permission.MAY_MANAGE));
    }
}
