package com.duemate.tenantportal.shell;

import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import com.duemate.platform.scope.Scopes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Who is signed in to a UI's session, for code that runs outside of its requests. */
final class SessionScope {

    private final @Nullable SecurityContext context;

    SessionScope(@Nullable SecurityContext context) {
        this.context = context;
    }

    /** To be called with the session's lock held. */
    static SessionScope of(UI ui) {
        var session = ui.getSession().getSession();
        return new SessionScope((SecurityContext)
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
    }

    /** Runs in that scope as whoever is signed in; {@code otherwise} when that is nobody, or somebody of another scope by now. */
    void run(Scope wanted, Command action, Command otherwise) {
        if (context == null
                || context.getAuthentication() == null
                || !(context.getAuthentication().getPrincipal() instanceof ScopedPrincipal principal)
                || !principal.scope().equals(wanted)) {
            otherwise.execute();
            return;
        }
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context);
        try {
            Scopes.run(wanted, action::execute);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
