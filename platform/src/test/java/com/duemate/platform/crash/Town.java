package com.duemate.platform.crash;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.testkit.World;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.beans.factory.BeanFactory;

/** A tenant whose messages really leave, and its customers: each with an invoice that is eight days late on the day of the story. */
record Town(TenantId tenant) {

    private static final LocalDate DUE = LocalDate.parse("2026-02-23");

    static Town found(BeanFactory beans) {
        var slug = "c" + Ids.next().toString().replace("-", "");
        var tenant = Backstage.call(new Scope.Staff(), () -> beans.getBean(TenantRegistry.class)
                .create(new TenantRegistry.NewTenant(
                        slug.substring(0, 30),
                        "Northwind Studio",
                        Currency.getInstance("EUR"),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/Lisbon"),
                        false,
                        null)));
        return new Town(tenant);
    }

    /** @return the addresses of new customers, with one overdue invoice each */
    String invoices(BeanFactory beans, int count) {
        var world = beans.getBean(World.class);
        var addresses = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            var mark = Ids.next().toString();
            var address = "c" + mark + "@example.com";
            var outcome = world.in(tenant, () -> beans.getBean(Customers.class)
                    .create(new DraftCustomer(mark, "Customer " + mark, address, null, null, null)));
            world.anInvoice(tenant, ((Customers.Outcome.Done) outcome).id(), 5_000, DUE);
            addresses.add(address);
        }
        return addresses.toString();
    }

    @Override
    public String toString() {
        return tenant.toString();
    }
}
