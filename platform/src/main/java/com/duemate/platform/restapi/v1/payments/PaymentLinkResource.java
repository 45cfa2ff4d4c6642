package com.duemate.platform.restapi.v1.payments;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.payments.PaymentLinks.Outcome;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Invoices")
@OnRole(ServerRole.API)
class PaymentLinkResource {

    private final PaymentLinks links;

    PaymentLinkResource(PaymentLinks links) {
        this.links = links;
    }

    @Schema(name = "PaymentLink")
    record LinkJson(String url) {}

    @PostMapping("/api/v1/invoices/{id}/payment-links")
    @Operation(summary = "A new address at which an issued, unpaid invoice can be seen and paid")
    ResponseEntity<LinkJson> create(@PathVariable String id) {
        return switch (links.create(new InvoiceId(Asked.id(id)))) {
            case Outcome.Created created ->
                ResponseEntity.created(URI.create(created.url())).body(new LinkJson(created.url()));
            case Outcome.Refused refused -> throw new ApiProblem(HttpStatus.CONFLICT, "status", refused.reason());
            case Outcome.Unknown _ -> throw ApiProblem.notFound();
        };
    }
}
