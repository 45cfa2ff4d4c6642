package com.duemate.customerportal.payments;

import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Request;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** On the way to the provider's page: goes there as soon as it is open. */
@Route(value = "my/pay/:request", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class PayView extends PaymentCard {

    PayView(OwnPayments payments, MyReaders readers) {
        super(payments, readers);
    }

    @Override
    boolean leave(Request request) {
        var checkout = request.checkoutUrl();
        if (checkout == null) {
            return false;
        }
        UI.getCurrent().getPage().setLocation(checkout);
        return true;
    }
}
