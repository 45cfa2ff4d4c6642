package com.duemate.platform.payments.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Scope;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class KnownPaymentDoor implements PaymentDoor {

    private final Handles handles;

    KnownPaymentDoor(Handles handles) {
        this.handles = handles;
    }

    @Override
    public Optional<Entry> enter(TenantId host, Purpose purpose, String secret) {
        if (!Secrets.wellFormed(secret)) {
            return Optional.empty();
        }
        return handles.resolve(HandleKind.PAYMENT_LINK, secret)
                .filter(handle -> host.equals(handle.tenant()))
                .filter(handle -> purpose.name().equals(handle.detail()))
                .map(handle -> new Entry(handle.subject(), new Scope.Customer(host, handle.requireCustomer())));
    }
}
