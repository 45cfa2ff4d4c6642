package com.duemate.platform.payments;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.Visitor;
import com.duemate.platform.testkit.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A customer who pays on the sandbox's page. */
final class Payer {

    private final World world;
    private final OwnPayments own;
    private final Visitor visitor;
    private final Scope.Customer scope;

    Payer(World world, OwnPayments own, Visitor visitor, TenantId tenant, CustomerId customer) {
        this.world = world;
        this.own = own;
        this.visitor = visitor;
        this.scope = new Scope.Customer(tenant, customer);
    }

    UUID asksToPay(InvoiceId... invoices) {
        return asksToPay(Origin.LINK, invoices);
    }

    UUID asksToPay(Origin origin, InvoiceId... invoices) {
        var id = Ids.next();
        Backstage.run(scope, () -> own.request(id, List.of(invoices), origin));
        return id;
    }

    OwnPayments.Request sees(UUID request) {
        return Backstage.call(scope, () -> own.find(request)).orElseThrow();
    }

    List<PaymentSummary> payments() {
        return Backstage.call(scope, own::list);
    }

    PaymentReceipt receipt(UUID payment) {
        return Backstage.call(scope, () -> own.receipt(payment)).orElseThrow();
    }

    /** Opens the hosted page, chooses, and waits until nothing is due any more. */
    void pays(UUID request, String outcome) {
        world.untilQuiet();
        chooses(request, outcome);
        world.untilQuiet();
    }

    void chooses(UUID request, String outcome) {
        var page = URI.create(Objects.requireNonNull(sees(request).checkoutUrl()));
        var answer = visitor.post(page.getHost(), page.getPath(), Map.of("outcome", outcome));
        if (answer.statusCode() != 303) {
            throw new AssertionError("the hosted page answered " + answer.statusCode());
        }
    }
}
