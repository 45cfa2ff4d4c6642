package com.duemate.platform.restapi;

import com.duemate.platform.kernel.Cursor.BadCursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Translates whatever goes wrong below {@code /api/} once, also where no resource was reached. */
final class ApiErrors implements HandlerExceptionResolver, Ordered {

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!request.getServletPath().startsWith("/api/")) {
            return null;
        }
        if (thrown instanceof AsyncRequestNotUsableException) {
            // Whoever asked has hung up: there is nobody to tell.
            return new ModelAndView();
        }
        try {
            if (thrown instanceof ErrorResponse answer) {
                answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            }
            problems.write(problem(thrown), request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static ApiProblem problem(Exception thrown) {
        return switch (thrown) {
            case ApiProblem problem -> problem;
            case BadCursor _ -> ApiProblem.bad("cursor", "restapi.refused.cursor");
            case AccessDeniedException _ -> of(HttpStatus.FORBIDDEN);
            case AuthenticationException _ -> of(HttpStatus.UNAUTHORIZED);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable.getCause());
            case MissingServletRequestParameterException missing ->
                ApiProblem.bad(missing.getParameterName(), "restapi.refused.missing");
            case MissingServletRequestPartException missing ->
                ApiProblem.bad(missing.getRequestPartName(), "restapi.refused.missing");
            case ErrorResponse answer -> known(answer, thrown);
            case MultipartException _ -> of(HttpStatus.BAD_REQUEST);
            default -> failed(thrown);
        };
    }

    private static ApiProblem known(ErrorResponse answer, Exception thrown) {
        var status = HttpStatus.resolve(answer.getStatusCode().value());
        return status == null || status.is5xxServerError() ? failed(thrown) : of(status);
    }

    private static ApiProblem unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> ApiProblem.bad(path(unknown), "restapi.refused.unknownField");
            case LimitedBody.TooLarge _ -> of(HttpStatus.CONTENT_TOO_LARGE);
            case DatabindException wrong
            when !wrong.getPath().isEmpty() -> ApiProblem.bad(path(wrong), "restapi.refused.value");
            case null, default -> new ApiProblem(HttpStatus.BAD_REQUEST, null, "restapi.refused.json");
        };
    }

    /** {@code lines[2].unitPrice.amount} */
    private static String path(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static ApiProblem failed(Exception thrown) {
        var problem = of(HttpStatus.INTERNAL_SERVER_ERROR);
        problem.initCause(thrown);
        return problem;
    }

    static ApiProblem of(HttpStatus status) {
        return new ApiProblem(status, null, null);
    }
}
