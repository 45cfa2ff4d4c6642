package com.duemate.platform.identity.door;

import com.duemate.platform.tenancy.Hosts.KnownHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Writes into every session, at the moment it begins, the host it belongs to. */
final class HostBoundRequest extends HttpServletRequestWrapper {

    private static final String HOST = "duemate.host";

    private final String host;

    HostBoundRequest(HttpServletRequest request, KnownHost host) {
        super(request);
        this.host = host.host();
    }

    /** A session without a host was not begun here and belongs nowhere. */
    static boolean sessionBelongs(HttpServletRequest request, KnownHost host) {
        var session = request.getSession(false);
        return session == null || host.host().equals(session.getAttribute(HOST));
    }

    @Override
    public HttpSession getSession() {
        return bound(super.getSession());
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        var session = super.getSession(create);
        return session == null ? null : bound(session);
    }

    private HttpSession bound(HttpSession session) {
        if (session.isNew() && session.getAttribute(HOST) == null) {
            session.setAttribute(HOST, host);
        }
        return session;
    }
}
