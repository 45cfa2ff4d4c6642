package com.duemate.customerportal.shell;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.identity.CustomerUser;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets a customer's screens speak the customer's language, whatever the browser's is. */
@Component
@OnRole(ServerRole.CUSTOMER_PORTAL)
class CustomersLanguage implements VaadinServiceInitListener {

    private final Customers customers;

    CustomersLanguage(Customers customers) {
        this.customers = customers;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof CustomerUser) {
                init.getUI().setLocale(customers.self().locale());
            }
        });
    }
}
