package com.duemate.platform.restapi;

import com.duemate.platform.identity.ApiClient;
import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.identity.AskedHost;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows a program by the key in {@code Authorization: Bearer}. A key names its tenant; on another tenant's host it opens nothing. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final ApiKeys keys;
    private final RateLimits limits;
    private final Problems problems;

    BearerFilter(ApiKeys keys, RateLimits limits, Problems problems) {
        this.keys = keys;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        var client = header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? keys.identify(header.substring(SCHEME.length()).strip())
                : Optional.<ApiClient>empty();
        if (client.isEmpty()) {
            refuse(request, response);
        } else if (AskedHost.find(request)
                .filter(host ->
                        host.tenant() != null && !client.get().tenantId().equals(host.tenant()))
                .isPresent()) {
            problems.write(ApiProblem.notFound(), request, response);
        } else if (mayGoOn(limits.take(client.get().key()), request, response)) {
            enter(client.get(), request, response, chain);
        }
    }

    private void enter(ApiClient client, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(client, "", client.authorities())));
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (mayGoOn(limits.takeWrongKey(request.getRemoteAddr()), request, response)) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            problems.write(ApiErrors.of(HttpStatus.UNAUTHORIZED), request, response);
        }
    }

    private boolean mayGoOn(Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wait.isZero()) {
            return true;
        }
        response.setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        problems.write(ApiErrors.of(HttpStatus.TOO_MANY_REQUESTS), request, response);
        return false;
    }
}
