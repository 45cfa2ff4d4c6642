package com.duemate.customerportal.payerpage;

import com.duemate.platform.arrangements.OwnArrangements;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what a link shows, in its customer's scope. */
@Component
@OnRole(ServerRole.CUSTOMER_PORTAL)
class Accounts {

    private final PaymentLinks links;
    private final OwnInvoices invoices;
    private final OwnPayments payments;
    private final OwnArrangements arrangements;
    private final Customers customers;
    private final BusinessClock clock;

    Accounts(
            PaymentLinks links,
            OwnInvoices invoices,
            OwnPayments payments,
            OwnArrangements arrangements,
            Customers customers,
            BusinessClock clock) {
        this.links = links;
        this.invoices = invoices;
        this.payments = payments;
        this.arrangements = arrangements;
        this.customers = customers;
        this.clock = clock;
    }

    /** Empty for a link that was revoked. */
    Optional<Account> behind(UUID link) {
        return links.open(link).filter(shown -> !shown.revoked()).map(shown -> {
            var customer = customers.self();
            return new Account(
                    customer,
                    clock.today(customer.zone()),
                    shown.invoices().stream()
                            .flatMap(id -> invoices.find(id).stream())
                            .toList(),
                    payments.list(),
                    arrangements.active());
        });
    }
}
