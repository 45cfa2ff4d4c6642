package com.duemate.platform.identity.door;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import com.duemate.platform.tenancy.Surface;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * First of all filters: an unknown host gets nothing, a path exists only on its surface and where its role is, and a session
 * only on the host it was begun on.
 */
final class HostFilter extends OncePerRequestFilter {

    private final Hosts hosts;
    private final OpenDoors doors;

    HostFilter(Hosts hosts, OpenDoors doors) {
        this.hosts = hosts;
        this.doors = doors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = pathOf(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (doors.closed(path)) {
            nothing(response);
            return;
        }
        var host = hosts.resolve(hostOf(request));
        if (host.isEmpty()) {
            nothing(response);
            return;
        }
        if (!Paths.exists(host.get().surface(), path)) {
            nothingHere(host.get(), request, response);
            return;
        }
        if (host.get().surface() == Surface.API && request.getParameter("v-r") != null) {
            nothing(response);
            return;
        }
        if (!doors.lead(host.get().surface(), path)) {
            nothing(response);
            return;
        }
        var elsewhere = redirect(host.get(), path, request);
        if (elsewhere != null) {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(elsewhere);
            return;
        }
        if (!HostBoundRequest.sessionBelongs(request, host.get())) {
            request.getSession().invalidate();
            nothing(response);
            return;
        }
        request.setAttribute(AskedHost.ATTRIBUTE, host.get());
        chain.doFilter(new HostBoundRequest(request, host.get()), response);
    }

    /** The server name is the Host header's, or a configured proxy's word for it. */
    private static String hostOf(HttpServletRequest request) {
        return request.getServerName() + ":" + request.getServerPort();
    }

    /** As the container matched it: decoded, without dots and parameters, so that it cannot be written to look like another. */
    private static String pathOf(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    private @Nullable String redirect(KnownHost host, String path, HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getParameter("v-r") != null) {
            return null;
        }
        return switch (host.surface()) {
            case CUSTOMER_PORTAL ->
                switch (path) {
                    case "/" -> "/my";
                    case "/sign-in" -> "/my/sign-in";
                    default -> null;
                };
            case STAFF -> path.equals("/") ? "/staff" : null;
            case API -> path.equals("/") ? hosts.url(Surface.TENANT_PORTAL) + "/" : null;
            case TENANT_PORTAL -> null;
        };
    }

    /** A person at a known host is told so on a page that bears the host's name. */
    private static void nothingHere(KnownHost host, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var accept = request.getHeader("Accept");
        if (host.surface() == Surface.API || accept == null || !accept.contains("text/html")) {
            nothing(response);
            return;
        }
        request.setAttribute(AskedHost.ATTRIBUTE, host);
        response.setHeader("Content-Security-Policy", DoorConfiguration.POLICY);
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static void nothing(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write("Not found\n".getBytes(StandardCharsets.UTF_8));
    }
}
