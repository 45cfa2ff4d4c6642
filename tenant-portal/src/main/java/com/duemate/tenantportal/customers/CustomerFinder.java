package com.duemate.tenantportal.customers;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.Customers.CustomerQuery;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Finder;
import com.duemate.tenantportal.shell.Reader;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds customers by name, number or e-mail. */
@Component
@Order(2)
@OnRole(ServerRole.TENANT_PORTAL)
class CustomerFinder implements Finder {

    private final Customers customers;

    CustomerFinder(Customers customers) {
        this.customers = customers;
    }

    @Override
    public List<Hit> find(String text, Reader reader, int limit) {
        return customers.list(new CustomerQuery(text, limit, null)).items().stream()
                .map(customer -> new Hit(
                        Sign.CUSTOMERS,
                        customer.name(),
                        customer.email() == null ? customer.number() : customer.email(),
                        CustomersNavigation.customer(customer.id())))
                .toList();
    }
}
