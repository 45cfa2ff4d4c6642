package com.duemate.platform.restapi;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is answered with a problem (RFC 9457), and what it will say: a field of the request and a text key. */
public final class ApiProblem extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String field;
    private final @Nullable String reason;
    private final transient Map<String, ?> arguments;

    /** @param field of the request, or null; @param reason a text key, or null for the status' own words */
    public ApiProblem(HttpStatus status, @Nullable String field, @Nullable String reason) {
        this(status, field, reason, Map.of());
    }

    private ApiProblem(HttpStatus status, @Nullable String field, @Nullable String reason, Map<String, ?> arguments) {
        super(status + " " + reason);
        this.status = status;
        this.field = field;
        this.reason = reason;
        this.arguments = Map.copyOf(arguments);
    }

    public static ApiProblem bad(String field, String reason) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, field, reason);
    }

    /** @param arguments of the text */
    public static ApiProblem bad(String field, String reason, Map<String, ?> arguments) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, field, reason, arguments);
    }

    public static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, null, null);
    }

    /**
     * A front desk's refusal: a conflict where the state stands against it or somebody else was first, else a bad request.
     *
     * @param field as the front desk names it
     */
    public static ApiProblem refused(String field, String reason) {
        boolean conflict = field.equals("status") || reason.endsWith("Taken");
        return new ApiProblem(conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, apiName(field), reason);
    }

    /** Front desks speak of a customer where the API carries its id. */
    private static String apiName(String field) {
        return switch (field) {
            case "customer" -> "customerId";
            case "invoices" -> "invoiceIds";
            default -> field;
        };
    }

    HttpStatus status() {
        return status;
    }

    Optional<String> field() {
        return Optional.ofNullable(field);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Map<String, ?> arguments() {
        return arguments;
    }
}
