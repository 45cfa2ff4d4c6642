package com.duemate.platform.identity.door;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.identity.CustomerUser;
import com.duemate.platform.identity.FormTokens;
import com.duemate.platform.identity.MagicLinks;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a customer comes into its portal: asks for a link, opens it, presses a button. Opening a link uses nothing up. */
@Controller
@OnRole(ServerRole.CUSTOMER_PORTAL)
class CustomerEntryPages {

    private static final String ASK = "portal-link";
    private static final String ENTER = "portal-enter";

    private final MagicLinks links;
    private final FormTokens tokens;
    private final SessionDoor sessions;
    private final PageKit kit;

    CustomerEntryPages(MagicLinks links, FormTokens tokens, SessionDoor sessions, PageKit kit) {
        this.links = links;
        this.tokens = tokens;
        this.sessions = sessions;
        this.kit = kit;
    }

    @GetMapping("/my/sign-in")
    ResponseEntity<String> form(HttpServletRequest request) {
        return formPage(request).ok();
    }

    /** Answers the same whether the address is known or not. */
    @PostMapping("/my/sign-in")
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request) {
        if (!tokens.accepts(token, ASK, tenant(request).toString())) {
            return formPage(request).value("typed", email).answer(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return formPage(request)
                    .value("typed", email)
                    .text("error", "identity.portal.refused")
                    .answer(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!links.request(tenant(request), address.get(), request.getRemoteAddr())) {
            return formPage(request)
                    .value("typed", email)
                    .text("error", "identity.portal.wait")
                    .answer(HttpStatus.TOO_MANY_REQUESTS);
        }
        return kit.page(request, "message", "identity.portal.sentTitle")
                .text(
                        "text",
                        "identity.portal.sentText",
                        Map.of("email", address.get().value()))
                .ok();
    }

    @GetMapping("/my/enter/{link}")
    ResponseEntity<String> button(@PathVariable String link, HttpServletRequest request) {
        return links.usable(tenant(request), link)
                ? kit.page(request, "enter", "identity.portal.enterTitle")
                        .text("text", "identity.portal.enterText")
                        .text("submit", "identity.portal.enter")
                        .value("token", tokens.issue(ENTER, link))
                        .ok()
                : ended(request);
    }

    @PostMapping("/my/enter/{link}")
    ResponseEntity<String> enter(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!tokens.accepts(token, ENTER, link)) {
            return button(link, request);
        }
        return links.consume(tenant(request), link)
                .map(customer -> {
                    sessions.enter(authentication(customer), request, response);
                    return SignInPages.redirect("/my");
                })
                .orElseGet(() -> ended(request));
    }

    private ResponseEntity<String> ended(HttpServletRequest request) {
        return kit.page(request, "message", "identity.portal.endedTitle")
                .text("text", "identity.portal.endedText")
                .text("action", "identity.portal.again")
                .value("actionUrl", "/my/sign-in")
                .answer(HttpStatus.NOT_FOUND);
    }

    private PageKit.Page formPage(HttpServletRequest request) {
        return kit.page(request, "portal", "identity.portal.title")
                .texts("identity.portal", "text", "email", "submit")
                .value("typed", "")
                .value("token", tokens.issue(ASK, tenant(request).toString()));
    }

    private static PreAuthenticatedAuthenticationToken authentication(CustomerUser customer) {
        return new PreAuthenticatedAuthenticationToken(
                customer, "", List.of(Permission.MAY_READ_OWN, new SimpleGrantedAuthority("ROLE_CUSTOMER")));
    }

    private static TenantId tenant(HttpServletRequest request) {
        return Objects.requireNonNull(AskedHost.of(request).tenant());
    }
}
