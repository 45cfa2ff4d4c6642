package com.duemate.platform.identity.door;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people and programs see when something fails outside a page: plain words and an id, never how it failed. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final PageKit kit;

    ErrorPages(PageKit kit) {
        this.kit = kit;
    }

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        var status = status(request);
        var id = UUID.randomUUID().toString().substring(0, 8);
        if (status.is5xxServerError()) {
            LOG.error("error {}", id, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        var accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html")
                ? page(request, status, id)
                : problem(status, id);
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String id) {
        var kind =
                switch (status) {
                    case NOT_FOUND, METHOD_NOT_ALLOWED -> "notFound";
                    case FORBIDDEN, UNAUTHORIZED -> "denied";
                    default -> status.is4xxClientError() ? "bad" : "failed";
                };
        return kit.page(request, "message", "identity.error." + kind + "Title")
                .text("text", "identity.error." + kind + "Text", Map.of("id", id))
                .text("action", "identity.error.home")
                .value("actionUrl", "/")
                .answer(status);
    }

    private static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String id) {
        var problem = Map.<String, Object>of(
                "type", "about:blank", "title", status.getReasonPhrase(), "status", status.value(), "errorId", id);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
