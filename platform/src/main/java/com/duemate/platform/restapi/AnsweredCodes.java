package com.duemate.platform.restapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes what the resources answer: the codes that are not 200, and the problem that stands for every refusal. */
final class AnsweredCodes implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    /** Operations that answer something else than 200, by method and path. */
    static final Map<String, String> OTHERS = Map.of(
            "POST /api/v1/customers", "201",
            "POST /api/v1/invoices", "201",
            "POST /api/v1/policies", "201",
            "POST /api/v1/payments", "201",
            "POST /api/v1/invoices/{id}/payment-links", "201",
            "POST /api/v1/imports", "202",
            "POST /api/v1/imports/{id}/commit", "202",
            "POST /api/v1/imports/{id}/undo", "202");

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(PROBLEM, problem());
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            describe(method, path, operation);
            operation.getResponses().addApiResponse("default", refusal());
        }));
    }

    private static void describe(HttpMethod method, String path, Operation operation) {
        var code = OTHERS.get(method + " " + path);
        var usual = operation.getResponses().get("200");
        if (code != null && usual != null) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse(code, usual);
        }
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("Why not, in the language asked for (RFC 9457)")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("The same in every language"))
                .addProperty("field", new StringSchema())
                .addProperty("errorId", new StringSchema());
    }
}
