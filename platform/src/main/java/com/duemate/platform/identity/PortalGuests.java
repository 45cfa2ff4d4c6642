package com.duemate.platform.identity;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.EmailAddress;
import java.util.List;
import java.util.Locale;

/** Whom a tenant knows under an e-mail address. Room {@code customers} answers, in the tenant's scope. */
public interface PortalGuests {

    List<Guest> withEmail(EmailAddress email);

    record Guest(CustomerId customer, String name, Locale locale) {}
}
