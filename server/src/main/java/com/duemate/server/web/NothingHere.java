package com.duemate.server.web;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** An address that leads to no screen, or to one of people with another role. */
@AnonymousAllowed
class NothingHere extends DeadEnd implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show(isScreen(event) ? "denied" : "notFound", Map.of());
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    /** In production Flow says of a screen that is kept from somebody that it is not there. */
    private static boolean isScreen(BeforeEnterEvent event) {
        return RouteConfiguration.forApplicationScope()
                .getRoute(event.getLocation().getPath())
                .isPresent();
    }
}
