package com.duemate.platform.payments.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where a provider sends a payer afterwards. The address proves nothing; the page there says what is true. */
@Component
@OnRole(ServerRole.WORKER)
class WayBack {

    private static final Duration GOOD_FOR = Duration.ofDays(30);

    private final LinkMaking links;
    private final Seal seal;
    private final Tenants tenants;
    private final SecurityClock clock;

    WayBack(LinkMaking links, Seal seal, Tenants tenants, SecurityClock clock) {
        this.links = links;
        this.seal = seal;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * From a payment link: a link of its own, since the secret the payer came with is kept nowhere; the same for the same
     * request, so that an order repeated under its key is the same order.
     */
    String of(CheckoutRows.Request request, List<InvoiceId> invoices) {
        if (request.origin() == Origin.PORTAL) {
            return tenants.current().portalUrl() + "/my/paid/" + request.id();
        }
        var secret = seal.derived("wayBack|" + request.id());
        var link = links.make(new LinkMaking.Order(
                request.customer(), invoices, secret, clock.now().plus(GOOD_FOR)));
        return link.url() + "/paid/" + request.id();
    }
}
