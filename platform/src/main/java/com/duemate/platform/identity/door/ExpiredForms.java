package com.duemate.platform.identity.door;

import com.duemate.platform.identity.PortalSecurity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** A form whose session ended while somebody was typing: they begin again, and are told why. */
final class ExpiredForms implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException && request.getServletPath().startsWith(PortalSecurity.SIGN_IN)) {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(PortalSecurity.SIGN_IN + "?again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
