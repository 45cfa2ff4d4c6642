package com.duemate.platform.restapi;

import com.duemate.platform.identity.StaffUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Sessions mean nothing to the API, but that staff may turn the demo's clock with theirs. */
@SuppressWarnings("deprecation")
final class DevSessions implements SecurityContextRepository {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SecurityContextRepository none = new NullSecurityContextRepository();

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        if (request.getServletPath().startsWith("/api/dev/")) {
            var context = sessions.loadDeferredContext(request);
            var authentication = context.get().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof StaffUser) {
                return context;
            }
        }
        return none.loadDeferredContext(request);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Nothing the API learns of its caller outlives the request.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return false;
    }
}
