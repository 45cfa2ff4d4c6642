package com.duemate.customerportal.shell;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import org.springframework.stereotype.Component;

/** Finds out who is looking, in the customer's scope. */
@Component
@OnRole(ServerRole.CUSTOMER_PORTAL)
public class MyReaders {

    private final Customers customers;
    private final Tenants tenants;
    private final BusinessClock clock;
    private final Texts texts = Texts.lenient(MyReaders.class.getClassLoader());

    MyReaders(Customers customers, Tenants tenants, BusinessClock clock) {
        this.customers = customers;
        this.tenants = tenants;
        this.clock = clock;
    }

    public Reader current() {
        var customer = customers.self();
        var formats = new Formats(
                customer.locale(), customer.zone(), tenants.current().currency());
        return new Reader(customer, formats, texts, clock.now());
    }
}
