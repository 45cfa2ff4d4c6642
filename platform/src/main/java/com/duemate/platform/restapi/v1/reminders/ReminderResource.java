package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Invoices")
@OnRole(ServerRole.API)
class ReminderResource {

    private final Plans plans;
    private final Invoices invoices;

    ReminderResource(Plans plans, Invoices invoices) {
        this.plans = plans;
        this.invoices = invoices;
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
}
