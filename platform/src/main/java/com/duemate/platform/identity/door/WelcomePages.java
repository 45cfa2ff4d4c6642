package com.duemate.platform.identity.door;

import com.duemate.platform.identity.PasswordLinks;
import com.duemate.platform.identity.PasswordLinks.Invitee;
import com.duemate.platform.identity.PasswordLinks.Outcome;
import com.duemate.platform.identity.PortalSecurity;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invited person, or one who lost the password, chooses one. Opening the address changes nothing. */
@Controller
@RequestMapping(PortalSecurity.SIGN_IN + "/welcome/{link}")
@OnRole(ServerRole.TENANT_PORTAL)
class WelcomePages {

    private final PasswordLinks links;
    private final PageKit kit;

    WelcomePages(PasswordLinks links, PageKit kit) {
        this.links = links;
        this.kit = kit;
    }

    @GetMapping
    ResponseEntity<String> form(@PathVariable String link, HttpServletRequest request) {
        return links.find(link).map(invitee -> page(request, invitee).ok()).orElseGet(() -> ended(request));
    }

    @PostMapping
    ResponseEntity<String> save(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeat,
            HttpServletRequest request) {
        var invitee = links.find(link);
        if (invitee.isEmpty()) {
            return ended(request);
        }
        if (!password.equals(repeat)) {
            return refused(request, invitee.get(), "identity.refused.passwordsDiffer");
        }
        return switch (links.setPassword(link, password)) {
            case Outcome.Set _ -> SignInPages.redirect(PortalSecurity.SIGN_IN + "?welcome");
            case Outcome.Refused refused -> refused(request, invitee.get(), refused.reason());
            case Outcome.LinkEnded _ -> ended(request);
        };
    }

    private ResponseEntity<String> refused(HttpServletRequest request, Invitee invitee, String reason) {
        return page(request, invitee).text("error", reason).answer(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private PageKit.Page page(HttpServletRequest request, Invitee invitee) {
        var about = Map.of("name", invitee.name(), "email", invitee.email(), "tenant", invitee.tenantName());
        var page = kit.page(request, "welcome", "identity.welcome.resetTitle")
                .guarded()
                .texts("identity.welcome", "password", "repeat", "submit")
                .value("email", invitee.email());
        return invitee.newSeat()
                ? page.text("title", "identity.welcome.title", about).text("text", "identity.welcome.text", about)
                : page.text("text", "identity.welcome.resetText", about);
    }

    private ResponseEntity<String> ended(HttpServletRequest request) {
        return kit.page(request, "message", "identity.welcome.endedTitle")
                .text("text", "identity.welcome.endedText")
                .answer(HttpStatus.NOT_FOUND);
    }
}
