package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.StaffUser;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Actor;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The principal of the running request, and changing it for the rest of the session. */
@Component
class CurrentSession {

    /** @throws AccessDeniedException when nobody is signed in as one of a tenant's people */
    SignedInUser user() {
        return principal()
                .filter(SignedInUser.class::isInstance)
                .map(SignedInUser.class::cast)
                .orElseThrow(() -> new AccessDeniedException("not signed in"));
    }

    /** @throws AccessDeniedException when nobody with an account is signed in */
    AccountRef account() {
        return switch (principal().orElseThrow(() -> new AccessDeniedException("not signed in"))) {
            case SignedInUser user -> new AccountRef(user.account(), new TenantId(user.home()));
            case StaffUser user -> new AccountRef(user.account(), null);
            default -> throw new AccessDeniedException("not signed in with an account");
        };
    }

    Optional<Object> principal() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal);
    }

    /** Who is acting, for what a row remembers. */
    String actor() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case Actor actor -> actor.actor();
            case Authentication a when a.getPrincipal() instanceof Actor actor -> actor.actor();
            case null, default -> "nobody";
        };
    }

    /** The session keeps its context object, so changing that one reaches every later request, by HTTP or push. */
    void replace(Authentication authentication) {
        var context = SecurityContextHolder.getContext();
        context.setAuthentication(authentication);
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                    context,
                    RequestAttributes.SCOPE_SESSION);
        }
    }
}
