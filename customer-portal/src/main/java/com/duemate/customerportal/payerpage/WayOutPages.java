package com.duemate.customerportal.payerpage;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.notifications.WaysOut;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The way out at the foot of every message. Looking changes nothing, since scanners look; the POST is also what mail programs
 * send for one-click unsubscribing (RFC 8058), so it asks for nothing but the secret in its address.
 */
@Controller
@OnRole(ServerRole.CUSTOMER_PORTAL)
class WayOutPages {

    private final WaysOut waysOut;
    private final PageFrame frame;

    WayOutPages(WaysOut waysOut, PageFrame frame) {
        this.waysOut = waysOut;
        this.frame = frame;
    }

    @GetMapping("/u/{secret}")
    ResponseEntity<String> ask(HttpServletRequest request, @PathVariable String secret) {
        return Optional.ofNullable(AskedHost.of(request).tenant())
                .flatMap(tenant -> waysOut.find(tenant, secret))
                .map(address -> page(request, address, false))
                .orElseGet(() -> frame.nothingHere(request));
    }

    @PostMapping("/u/{secret}")
    ResponseEntity<String> leave(HttpServletRequest request, @PathVariable String secret) {
        return Optional.ofNullable(AskedHost.of(request).tenant())
                .flatMap(tenant -> waysOut.leave(tenant, secret))
                .map(address -> page(request, address, true))
                .orElseGet(() -> frame.nothingHere(request));
    }

    private ResponseEntity<String> page(HttpServletRequest request, WaysOut.Address address, boolean left) {
        var language = request.getHeader("Accept-Language");
        var words = Words.of(language == null ? "" : language);
        var named = Map.of("address", address.value());
        var title = words.say(left ? "wayOut.done" : "wayOut.title");
        var model = new HashMap<String, Object>();
        model.put("title", title);
        model.put("text", words.say(left ? "wayOut.doneText" : "wayOut.text", named));
        if (!left) {
            model.put("button", words.say("wayOut.button"));
        }
        return frame.answer(request, words, PageFrame.Page.of("wayout", title, model));
    }
}
