package com.duemate.customerportal.payerpage;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.scope.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who came with a secret that is good here.
 *
 * @param subject the link or payment the secret stands for
 */
record Guest(HttpServletRequest request, String secret, UUID subject, Scope.Customer scope) {

    /** Empty for a secret that is unknown, for something else, or for another tenant's host. */
    static Optional<Guest> enter(PaymentDoor door, Purpose purpose, HttpServletRequest request, String secret) {
        return Optional.ofNullable(AskedHost.of(request).tenant())
                .flatMap(tenant -> door.enter(tenant, purpose, secret))
                .map(entry -> new Guest(request, secret, entry.subject(), entry.scope()));
    }

    /** The address of the page, on this host. */
    String page() {
        return "/p/" + secret;
    }
}
