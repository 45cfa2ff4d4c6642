package com.duemate.platform.restapi.v1.payments;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.payments.Payments.ManualPayment;
import com.duemate.platform.payments.Payments.Outcome;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.restapi.MoneyJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments")
@OnRole(ServerRole.API)
class PaymentResource {

    private final Payments payments;
    private final BusinessClock clock;

    PaymentResource(Payments payments, BusinessClock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Money that came another way.
     *
     * @param key your own name for it: a second payment with the same one is the same payment
     * @param receivedAt now when it is missing
     * @param method {@code bank} when it is missing
     */
    @Schema(name = "PaymentDraft")
    record PaymentDraft(
            @Nullable String key,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String customerId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            MoneyJson amount,

            @Nullable List<@Nullable String> invoiceIds,

            @Schema(example = "2026-03-31T09:00:00Z") @Nullable
            String receivedAt,

            @Schema(example = "bank") @Nullable String method)
            implements ApiBody {}

    @Schema(name = "BookedPayment")
    record BookedJson(UUID id) {}

    @GetMapping
    @Operation(summary = "Payments, newest first")
    ListJson<PaymentJson> list(
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var customer = Asked.optionalId(customerId, "customerId");
        return ListJson.of(
                payments.list(
                        customer == null ? null : new CustomerId(customer),
                        Asked.words(status, PaymentStatus.class, "status"),
                        Asked.limit(limit),
                        cursor),
                PaymentJson::of);
    }

    /** 201 for a payment that was booked now, 200 for one that was booked before. */
    @PostMapping
    @Operation(summary = "Book money that came by bank transfer or in cash")
    ResponseEntity<BookedJson> record(@RequestBody PaymentDraft body) {
        if (body.amount == null) {
            throw ApiProblem.bad("amount", "restapi.refused.money");
        }
        var payment = new ManualPayment(
                Objects.requireNonNullElseGet(body.key, () -> UUID.randomUUID().toString()),
                new CustomerId(Asked.id(body.customerId, "customerId")),
                body.amount.money("amount"),
                Objects.requireNonNullElse(body.invoiceIds, List.<String>of()).stream()
                        .map(id -> new InvoiceId(Asked.id(id, "invoiceIds")))
                        .toList(),
                body.receivedAt == null ? clock.now() : Asked.instant(body.receivedAt, "receivedAt"),
                Objects.requireNonNullElse(body.method, "bank"));
        return switch (payments.record(payment)) {
            case Outcome.Booked booked ->
                ResponseEntity.status(booked.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(new BookedJson(booked.payment()));
            case Outcome.KeyTaken _ -> throw new ApiProblem(HttpStatus.CONFLICT, "key", "payments.refused.keyTaken");
            case Outcome.Refused refused -> throw ApiProblem.refused(refused.field(), refused.reason());
        };
    }
}
