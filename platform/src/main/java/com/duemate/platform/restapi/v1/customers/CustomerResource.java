package com.duemate.platform.restapi.v1.customers;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.Customers.CustomerQuery;
import com.duemate.platform.customers.Customers.Outcome;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
@OnRole(ServerRole.API)
class CustomerResource {

    private final Customers customers;

    CustomerResource(Customers customers) {
        this.customers = customers;
    }

    @GetMapping
    @Operation(summary = "Customers by name")
    ListJson<CustomerJson> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return ListJson.of(
                customers.list(new CustomerQuery(Asked.search(search), Asked.limit(limit), cursor)), CustomerJson::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One customer")
    CustomerJson get(@PathVariable String id) {
        return CustomerJson.of(find(new CustomerId(Asked.id(id))));
    }

    @PostMapping
    @Operation(summary = "Add a customer")
    ResponseEntity<CustomerJson> create(@RequestBody CustomerDraft body) {
        var id = done(customers.create(body.draft(null)));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id)).body(CustomerJson.of(find(id)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a customer; what is missing is taken away, but its number")
    CustomerJson update(@PathVariable String id, @RequestBody CustomerDraft body) {
        var before = find(new CustomerId(Asked.id(id)));
        return CustomerJson.of(find(done(customers.update(before.id(), body.draft(before.number())))));
    }

    private CustomerDetails find(CustomerId id) {
        return customers.find(id).orElseThrow(ApiProblem::notFound);
    }

    private static CustomerId done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.id();
            case Outcome.Refused refused -> throw ApiProblem.refused(refused.field(), refused.reason());
        };
    }
}
