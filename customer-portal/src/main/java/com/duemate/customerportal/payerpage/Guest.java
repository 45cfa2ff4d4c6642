package com.duemate.customerportal.payerpage;

import com.duemate.platform.identity.AskedHost;
import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.payments.PaymentLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Somebody who came with a secret that is good here. Who is signed in beside it does not matter.
 */
record Guest(HttpServletRequest request, String secret, PaymentDoor.Entry entry) {

    /** Empty for a secret that is unknown, for something else, or for another tenant's host. */
    static Optional<Guest> enter(PaymentDoor door, Purpose purpose, HttpServletRequest request, String secret) {
        return Optional.ofNullable(AskedHost.of(request).tenant())
                .flatMap(tenant -> door.enter(tenant, purpose, secret))
                .map(entry -> new Guest(request, secret, entry));
    }

    /** An id out of an address; empty for anything that is none. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the tenant still lets the link be used. */
    boolean holds(PaymentLinks links) {
        return inside(() -> links.open(subject()))
                .filter(shown -> !shown.revoked())
                .isPresent();
    }

    /** The link or payment the secret stands for. */
    UUID subject() {
        return entry.subject();
    }

    <T> T inside(Supplier<T> action) {
        return entry.inside(action);
    }

    /** The address of the page, on this host. */
    String page() {
        return "/p/" + secret;
    }
}
