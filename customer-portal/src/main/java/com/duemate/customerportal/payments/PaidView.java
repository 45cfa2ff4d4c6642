package com.duemate.customerportal.payments;

import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Request;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Back from the provider's page: waits for what is true. */
@Route(value = "my/paid/:request", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class PaidView extends PaymentCard {

    PaidView(OwnPayments payments, MyReaders readers) {
        super(payments, readers);
    }

    @Override
    boolean leave(Request request) {
        return false;
    }
}
