package com.duemate.platform.payments.internal;

import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Handle;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where providers' notices arrive. The tenant comes from the address and the signature, never from what the notice says. */
@RestController
@OnRole(ServerRole.API)
class WebhookController {

    private static final int MOST_BYTES = 256 * 1024;

    private final Handles handles;
    private final WebhookInbox inbox;

    WebhookController(Handles handles, WebhookInbox inbox) {
        this.handles = handles;
        this.inbox = inbox;
    }

    /** 204 once the notice is kept, 404 for an unknown endpoint, 413 above 256 KB, 400 for anything that is not genuine. */
    @PostMapping("/hooks/payments/{endpoint}")
    ResponseEntity<Void> receive(@PathVariable String endpoint, HttpServletRequest request) throws IOException {
        if (!Secrets.wellFormed(endpoint)) {
            return answer(HttpStatus.NOT_FOUND);
        }
        var handle = handles.resolve(HandleKind.WEBHOOK_ENDPOINT, endpoint).orElse(null);
        if (handle == null) {
            return answer(HttpStatus.NOT_FOUND);
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        return answer(keep(handle, body, request) ? HttpStatus.NO_CONTENT : HttpStatus.BAD_REQUEST);
    }

    private boolean keep(Handle endpoint, byte[] body, HttpServletRequest request) {
        return Backstage.call(
                new Scope.Tenant(endpoint.requireTenant()),
                () -> inbox.receive(endpoint.subject(), body, header -> Collections.list(request.getHeaders(header))));
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
