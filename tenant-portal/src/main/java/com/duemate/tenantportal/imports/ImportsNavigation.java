package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportId;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import com.duemate.tenantportal.shell.Place.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ways to imports. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class ImportsNavigation implements Navigation {

    static final String ROUTE = "imports";
    static final String SHOW = "show";

    @Override
    public List<Place> places() {
        return List.of(
                new Place(Group.DAILY, 60, Sign.UPLOAD, "portalimports.nav.imports", ROUTE, Permission.MAY_MANAGE));
    }

    /** For managers and owners: where files are brought in. */
    public static String list() {
        return ROUTE;
    }

    static String of(ImportId id) {
        return ROUTE + "/" + id;
    }
}
