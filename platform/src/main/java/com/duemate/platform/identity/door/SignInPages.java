package com.duemate.platform.identity.door;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.identity.PortalSecurity;
import com.duemate.platform.identity.SecondFactor.Offer;
import com.duemate.platform.identity.SignIn;
import com.duemate.platform.identity.SignIn.Outcome;
import com.duemate.platform.identity.SignIn.Pending;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Surface;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in, for a tenant's people and for staff: plain forms that work without script. */
@Controller
@RequestMapping(PortalSecurity.SIGN_IN)
@OnRole(ServerRole.TENANT_PORTAL)
class SignInPages {

    private static final String PENDING = "duemate.signIn.pending";
    private static final String OFFER = "duemate.signIn.offer";

    private final SignIn signIn;
    private final SessionDoor sessions;
    private final PageKit kit;

    SignInPages(SignIn signIn, SessionDoor sessions, PageKit kit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.kit = kit;
    }

    @GetMapping
    ResponseEntity<String> form(HttpServletRequest request) {
        var page = formPage(request);
        for (var notice : new String[] {"again", "signedOut"}) {
            if (request.getParameterMap().containsKey(notice)) {
                page.text("notice", "identity.signIn." + notice);
            }
        }
        if (request.getParameterMap().containsKey("welcome")) {
            page.text("notice", "identity.welcome.done");
        }
        return page.ok();
    }

    @PostMapping
    ResponseEntity<String> password(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = signIn.withPassword(AskedHost.of(request), email, password, request.getRemoteAddr());
        var page = formPage(request).value("typed", email);
        return switch (outcome) {
            case Outcome.CodeNeeded needed -> secondStep(needed.pending(), "/code", request);
            case Outcome.EnrolmentNeeded needed -> secondStep(needed.pending(), "/enrol", request);
            default -> finish(outcome, page, "identity.signIn.refused", request, response);
        };
    }

    @GetMapping("/code")
    ResponseEntity<String> codeForm(HttpServletRequest request) {
        return pending(request, true).map(_ -> codePage(request).ok()).orElseGet(SignInPages::again);
    }

    @PostMapping("/code")
    ResponseEntity<String> code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return pending(request, true)
                .map(pending -> finish(
                        signIn.withCode(pending, code, request.getRemoteAddr()),
                        codePage(request),
                        "identity.code.refused",
                        request,
                        response))
                .orElseGet(SignInPages::again);
    }

    @GetMapping("/enrol")
    ResponseEntity<String> enrolForm(HttpServletRequest request) {
        return offer(request).map(offer -> enrolPage(request, offer).ok()).orElseGet(SignInPages::again);
    }

    @GetMapping("/enrol/picture.svg")
    ResponseEntity<String> picture(HttpServletRequest request) {
        return offer(request)
                .map(offer -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf("image/svg+xml"))
                        .header("Cache-Control", "no-store")
                        .body(QrPicture.svg(offer.uri())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/enrol")
    ResponseEntity<String> enrol(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var offer = offer(request);
        return offer.flatMap(_ -> pending(request, false))
                .map(pending -> finish(
                        signIn.enrol(pending, code, request.getRemoteAddr()),
                        enrolPage(request, offer.orElseThrow()),
                        "identity.code.refused",
                        request,
                        response))
                .orElseGet(SignInPages::again);
    }

    private ResponseEntity<String> secondStep(Pending pending, String step, HttpServletRequest request) {
        sessions.leave(request);
        request.getSession().setAttribute(PENDING, pending);
        return redirect(PortalSecurity.SIGN_IN + step);
    }

    private ResponseEntity<String> finish(
            Outcome outcome,
            PageKit.Page page,
            String refusal,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.SignedIn signedIn -> {
                sessions.enter(signedIn.authentication(), request, response);
                yield redirect("/");
            }
            case Outcome.Wait wait ->
                page.text("error", "identity.signIn.wait", Map.of("minutes", minutes(wait.time())))
                        .answer(HttpStatus.TOO_MANY_REQUESTS);
            case Outcome.NowhereToGo _ ->
                page.text("error", "identity.signIn.nowhere").answer(HttpStatus.FORBIDDEN);
            case Outcome.TooLate _ -> again();
            case Outcome.Refused _, Outcome.CodeNeeded _, Outcome.EnrolmentNeeded _ ->
                page.text("error", refusal).answer(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PageKit.Page formPage(HttpServletRequest request) {
        boolean staff = AskedHost.of(request).surface() == Surface.STAFF;
        return kit.page(request, "sign-in", staff ? "identity.signIn.staffTitle" : "identity.signIn.title")
                .guarded()
                .texts("identity.signIn", "email", "password", "submit")
                .value("typed", "")
                .text("help", "identity.signIn.help")
                .value("showHelp", !staff);
    }

    private PageKit.Page codePage(HttpServletRequest request) {
        return kit.page(request, "code", "identity.code.title")
                .guarded()
                .texts("identity.code", "text", "label", "submit");
    }

    private PageKit.Page enrolPage(HttpServletRequest request, Offer offer) {
        return kit.page(request, "enrol", "identity.enrol.title")
                .guarded()
                .texts("identity.enrol", "text", "step1", "open", "secret", "picture", "step2", "submit")
                .text("label", "identity.code.label")
                .value("uri", offer.uri())
                .value("key", offer.secret().replaceAll("(.{4})(?=.)", "$1 "));
    }

    private static Optional<Pending> pending(HttpServletRequest request, boolean enrolled) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(PENDING) instanceof Pending pending
                        && pending.enrolled() == enrolled
                ? Optional.of(pending)
                : Optional.empty();
    }

    /** One offer for as long as the step takes: a mistyped digit must not change what the app has learned already. */
    private Optional<Offer> offer(HttpServletRequest request) {
        var pending = pending(request, false);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        var session = request.getSession();
        if (session.getAttribute(OFFER) instanceof Offer offer) {
            return Optional.of(offer);
        }
        var fresh = signIn.offer(pending.get());
        fresh.ifPresent(offer -> session.setAttribute(OFFER, offer));
        return fresh;
    }

    private static long minutes(Duration time) {
        return time.compareTo(Duration.ofSeconds(30)) < 0
                ? 0
                : time.plusSeconds(59).toMinutes();
    }

    private static ResponseEntity<String> again() {
        return redirect(PortalSecurity.SIGN_IN + "?again");
    }

    static ResponseEntity<String> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header("Cache-Control", "no-store")
                .build();
    }
}
