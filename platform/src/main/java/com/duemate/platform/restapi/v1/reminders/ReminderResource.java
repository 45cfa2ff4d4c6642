package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reminders")
@OnRole(ServerRole.API)
class ReminderResource {

    private final Plans plans;
    private final Invoices invoices;
    private final Customers customers;

    ReminderResource(Plans plans, Invoices invoices, Customers customers) {
        this.plans = plans;
        this.invoices = invoices;
        this.customers = customers;
    }

    @GetMapping("/api/v1/invoices/{id}/reminders")
    @Operation(summary = "An invoice's plan of reminders and all that was decided, with the reasons")
    RemindersJson reminders(@PathVariable String id) {
        var invoice = new InvoiceId(Asked.id(id));
        if (invoices.find(invoice).isEmpty()) {
            throw ApiProblem.notFound();
        }
        return plans.of(invoice).map(RemindersJson::of).orElseGet(() -> RemindersJson.none(invoice));
    }

    @GetMapping("/api/v1/customers/{id}/reminders")
    @Operation(
            summary =
                    "What was decided on all of a customer's reminders, newest first; before that what waits now, and why")
    ListJson<TraceJson> trace(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var customer = new CustomerId(Asked.id(id));
        if (customers.find(customer).isEmpty()) {
            throw ApiProblem.notFound();
        }
        return ListJson.of(plans.trace(customer, Asked.limit(limit), cursor), TraceJson::of);
    }
}
