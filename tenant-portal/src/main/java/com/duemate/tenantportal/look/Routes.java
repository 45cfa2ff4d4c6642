package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;

/** Links within the portal, followed without loading the page anew. */
final class Routes {

    private Routes() {}

    /** @param route as the router gives it: relative, without a leading slash */
    static void open(Component anchor, String route) {
        anchor.getElement().setAttribute("href", route);
        anchor.getElement().setAttribute("router-link", true);
    }
}
