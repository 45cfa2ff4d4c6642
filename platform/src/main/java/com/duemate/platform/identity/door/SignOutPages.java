package com.duemate.platform.identity.door;

import com.duemate.platform.identity.PortalSecurity;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Going out. A link to here shows a button; only the button ends the session. */
@Controller
@OnRole({ServerRole.TENANT_PORTAL, ServerRole.CUSTOMER_PORTAL})
class SignOutPages {

    private final SessionDoor sessions;
    private final PageKit kit;

    SignOutPages(SessionDoor sessions, PageKit kit) {
        this.sessions = sessions;
        this.kit = kit;
    }

    @GetMapping({"/sign-out", "/my/sign-out"})
    ResponseEntity<String> form(HttpServletRequest request) {
        return kit.page(request, "sign-out", "identity.signOut.title")
                .guarded()
                .text("submit", "identity.signOut.submit")
                .ok();
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request) {
        sessions.leave(request);
        return SignInPages.redirect(PortalSecurity.SIGN_IN + "?signedOut");
    }

    @PostMapping("/my/sign-out")
    ResponseEntity<String> leavePortal(HttpServletRequest request) {
        sessions.leave(request);
        return SignInPages.redirect("/my/sign-in");
    }
}
