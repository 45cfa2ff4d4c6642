package com.duemate.platform.restapi;

import com.duemate.themes.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems (RFC 9457): what was wrong in the reader's language, an id to ask about, and never how it came about. */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;
    private final Texts texts = Texts.lenient(Problems.class.getClassLoader());

    Problems(JsonMapper json) {
        this.json = json;
    }

    void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var locale = Asked.language(request);
        var status = problem.status();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        var reason = texts.text(locale, problem.reason().orElseGet(() -> usualReason(status)), problem.arguments());
        body.put("detail", reason);
        problem.field().ifPresent(field -> {
            body.put("field", field);
            body.put("reason", reason);
        });
        problem.reason().ifPresent(key -> body.put("code", key));
        var id = UUID.randomUUID().toString();
        body.put("errorId", id);
        if (status.is5xxServerError()) {
            LOG.error("error {} at {} {}", id, request.getMethod(), request.getServletPath(), problem.getCause());
        }
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private static String usualReason(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "restapi.problem.unauthorized";
            case FORBIDDEN -> "restapi.problem.forbidden";
            case NOT_FOUND -> "restapi.problem.notFound";
            case METHOD_NOT_ALLOWED -> "restapi.problem.method";
            case NOT_ACCEPTABLE -> "restapi.problem.notAcceptable";
            case CONTENT_TOO_LARGE -> "restapi.problem.tooLarge";
            case UNSUPPORTED_MEDIA_TYPE -> "restapi.problem.mediaType";
            case TOO_MANY_REQUESTS -> "restapi.problem.tooMany";
            default -> status.is4xxClientError() ? "restapi.problem.bad" : "restapi.problem.failed";
        };
    }
}
