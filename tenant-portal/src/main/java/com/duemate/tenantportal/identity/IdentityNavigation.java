package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.UserId;
import com.duemate.platform.identity.WorkAs;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ways to people, keys and one's own sign-in; for those who work in several tenants, to these. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class IdentityNavigation implements Navigation {

    static final String USERS = "settings/users";
    static final String KEYS = "settings/keys";
    static final String SECURITY = "settings/security";
    static final String WORKPLACES = "agency";
    static final String STAFF_SECURITY = "staff/security";

    private final WorkAs workAs;

    IdentityNavigation(WorkAs workAs) {
        this.workAs = workAs;
    }

    @Override
    public List<Place> places() {
        var places = new ArrayList<Place>();
        if (workAs.choices().size() > 1) {
            places.add(Place.daily(90, Sign.EXTERNAL, "portalidentity.nav.workplaces", WORKPLACES));
        }
        places.add(Place.setting(30, Sign.TEAM, "portalidentity.nav.users", USERS, Permission.MAY_OWN));
        places.add(Place.setting(40, Sign.LINK, "portalidentity.nav.keys", KEYS, Permission.MAY_OWN));
        places.add(Place.setting(50, Sign.PHONE, "portalidentity.nav.security", SECURITY, Permission.MAY_READ));
        return places;
    }

    /** For staff: their own sign-in. */
    public static String staffSecurity() {
        return STAFF_SECURITY;
    }

    static String user(UserId id) {
        return USERS + "/" + id;
    }
}
