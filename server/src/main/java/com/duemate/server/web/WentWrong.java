package com.duemate.server.web;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** A screen that failed while it was opened: recorded under a number that its reader can tell. */
@AnonymousAllowed
class WentWrong extends DeadEnd implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(WentWrong.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (isDenied(parameter.getException())) {
            show("denied", Map.of());
            return HttpStatusCode.FORBIDDEN.getCode();
        }
        var id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("error {} at {}", id, event.getLocation().getPath(), parameter.getException());
        show("failed", Map.of("id", id));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    /** Refused by a front desk rather than at the screen's door. */
    private static boolean isDenied(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException) {
                return true;
            }
        }
        return false;
    }
}
