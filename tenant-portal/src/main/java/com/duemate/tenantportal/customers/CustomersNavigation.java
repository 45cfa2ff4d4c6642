package com.duemate.tenantportal.customers;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ways to customers. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class CustomersNavigation implements Navigation {

    static final String ROUTE = "customers";
    static final String SEARCH = "q";

    @Override
    public List<Place> places() {
        return List.of(Place.daily(30, Sign.CUSTOMERS, "portalcustomers.nav.customers", ROUTE));
    }

    public static String list() {
        return ROUTE;
    }

    public static String customer(CustomerId id) {
        return ROUTE + "/" + id;
    }

    public static String create() {
        return ROUTE + "/new";
    }

    public static String edit(CustomerId id) {
        return customer(id) + "/edit";
    }
}
