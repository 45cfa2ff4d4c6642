package com.duemate.tenantportal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;

/** Going from one screen to another. */
public final class Ways {

    private Ways() {}

    /** @param route relative, without a leading slash; may end in a query */
    public static void go(Component from, String route) {
        int query = route.indexOf('?');
        from.getUI().ifPresent(ui -> {
            if (query < 0) {
                ui.navigate(route);
            } else {
                ui.navigate(route.substring(0, query), QueryParameters.fromString(route.substring(query + 1)));
            }
        });
    }
}
