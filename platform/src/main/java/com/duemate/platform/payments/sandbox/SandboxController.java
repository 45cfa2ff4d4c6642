package com.duemate.platform.payments.sandbox;

import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox's hosted page, on the tenant's own host. Its secret is the permission; GET changes nothing. */
@RestController
@OnSandbox
@OnRole(ServerRole.CUSTOMER_PORTAL)
class SandboxController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final PaymentDoor door;
    private final Hosts hosts;
    private final SandboxDesk desk;
    private final Tenants tenants;

    SandboxController(PaymentDoor door, Hosts hosts, SandboxDesk desk, Tenants tenants) {
        this.door = door;
        this.hosts = hosts;
        this.desk = desk;
        this.tenants = tenants;
    }

    @GetMapping("/sandbox/checkout/{secret}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable String secret) {
        return inside(
                request,
                secret,
                session -> page(SandboxPage.render(session, tenants.current().name())));
    }

    @PostMapping("/sandbox/checkout/{secret}")
    ResponseEntity<String> choose(
            HttpServletRequest request, @PathVariable String secret, @RequestParam(defaultValue = "") String outcome) {
        return inside(request, secret, session -> {
            if (!session.closed()) {
                SandboxOutcome.named(outcome).ifPresent(chosen -> desk.decide(session.id(), chosen));
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(session.returnUrl()))
                    .build();
        });
    }

    private ResponseEntity<String> inside(
            HttpServletRequest request, String secret, Function<SandboxDesk.Session, ResponseEntity<String>> answer) {
        return hosts.resolve(request.getServerName())
                .flatMap(known -> Optional.ofNullable(known.tenant()))
                .flatMap(tenant -> door.enter(tenant, Purpose.SANDBOX, secret))
                .flatMap(entry -> entry.inside(() -> desk.find(entry.subject()).map(answer)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<String> page(String html) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
