package com.duemate.platform.customers.internal;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.identity.PortalGuests;
import com.duemate.platform.kernel.EmailAddress;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets the room that opens the portal ask whom an address belongs to. */
@Component
class InvitedCustomers implements PortalGuests {

    private final Customers customers;

    InvitedCustomers(Customers customers) {
        this.customers = customers;
    }

    @Override
    public List<Guest> withEmail(EmailAddress email) {
        return customers.withEmail(email.value()).stream()
                .map(customer -> new Guest(customer.id(), customer.name(), customer.locale()))
                .toList();
    }
}
