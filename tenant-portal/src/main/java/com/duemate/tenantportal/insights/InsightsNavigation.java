package com.duemate.tenantportal.insights;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way home. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class InsightsNavigation implements Navigation {

    static final String ROUTE = "home";

    @Override
    public List<Place> places() {
        return List.of(Place.daily(10, Sign.HOME, "portalhome.nav.home", ROUTE));
    }

    public static String home() {
        return ROUTE;
    }
}
