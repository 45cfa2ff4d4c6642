package com.duemate.platform.restapi.v1.invoicing;

import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.Invoices.Outcome;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invoices")
@Tag(name = "Invoices")
@OnRole(ServerRole.API)
class InvoiceResource {

    private final Invoices invoices;

    InvoiceResource(Invoices invoices) {
        this.invoices = invoices;
    }

    /** @param reason for the trail */
    record VoidBody(@Nullable String reason) implements ApiBody {}

    @GetMapping
    @Operation(summary = "Invoices, newest first")
    ListJson<InvoiceJson> list(
            @Parameter(description = "Separated by commas; also OVERDUE.") @RequestParam(required = false) @Nullable
                    String status,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var customer = Asked.optionalId(customerId, "customerId");
        var rest = new StatusFilter.Rest(
                customer == null ? null : new CustomerId(customer), Asked.search(search), Asked.limit(limit), cursor);
        return ListJson.of(StatusFilter.of(status).list(invoices, rest), InvoiceJson::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One invoice with its lines")
    InvoiceJson get(@PathVariable String id) {
        return InvoiceJson.of(find(id(id)));
    }

    @PostMapping
    @Operation(summary = "Make an invoice and issue it, unless it shall stay a draft")
    ResponseEntity<InvoiceJson> create(@RequestBody InvoiceDraft body) {
        var id = done(invoices.create(body.draft(null), body.asDraft()));
        return ResponseEntity.created(URI.create("/api/v1/invoices/" + id)).body(InvoiceJson.of(find(id)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a draft, or an invoice that nothing was paid on")
    InvoiceJson update(@PathVariable String id, @RequestBody InvoiceDraft body) {
        var before = find(id(id)).summary();
        return InvoiceJson.of(find(done(invoices.update(before.id(), body.draft(before)))));
    }

    @PostMapping("/{id}/issue")
    @Operation(summary = "Issue a draft")
    InvoiceJson issue(@PathVariable String id) {
        return InvoiceJson.of(find(done(invoices.issue(id(id)))));
    }

    @PostMapping("/{id}/void")
    @Operation(summary = "Cancel an invoice issued in error; a draft is removed, and nothing is answered")
    ResponseEntity<InvoiceJson> voidInvoice(
            @PathVariable String id, @RequestBody(required = false) @Nullable VoidBody body) {
        var reason = Optional.ofNullable(body).map(VoidBody::reason).orElse("");
        var done = done(invoices.voidInvoice(id(id), reason));
        return invoices.find(done)
                .map(invoice -> ResponseEntity.ok(InvoiceJson.of(invoice)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The invoice as its customer gets it")
    ResponseEntity<byte[]> pdf(@PathVariable String id) {
        var invoice = find(id(id)).summary();
        var name =
                (invoice.number().isEmpty() ? "draft" : invoice.number()).replaceAll("[^A-Za-z0-9._-]", "-") + ".pdf";
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(invoices.pdf(invoice.id()).orElseThrow(ApiProblem::notFound));
    }

    private InvoiceDetails find(InvoiceId id) {
        return invoices.find(id).orElseThrow(ApiProblem::notFound);
    }

    private static InvoiceId id(String text) {
        return new InvoiceId(Asked.id(text));
    }

    private static InvoiceId done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.id();
            case Outcome.Refused refused -> throw ApiProblem.refused(refused.field(), refused.reason());
            case Outcome.Unknown _ -> throw ApiProblem.notFound();
        };
    }
}
