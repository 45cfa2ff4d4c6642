package com.duemate.platform.customers;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Debtors of the tenant one works in. */
public interface Customers {

    Outcome create(DraftCustomer draft);

    Outcome update(CustomerId id, DraftCustomer draft);

    /** No reminder goes to a held customer. */
    void hold(CustomerId id, String reason);

    void release(CustomerId id);

    Optional<CustomerDetails> find(CustomerId id);

    Map<CustomerId, CustomerDetails> findAll(Collection<CustomerId> ids);

    Page<CustomerDetails> list(CustomerQuery query);

    /** As a customer: oneself. */
    CustomerDetails self();

    /** Exact match of an e-mail address, for sending a portal link. */
    List<CustomerDetails> withEmail(String email);

    /** @param search part of name, number or e-mail; @param limit 1 to 200; @param cursor of the previous page */
    record CustomerQuery(
            @Nullable String search, int limit, @Nullable String cursor) {}

    /** What became of a command. */
    sealed interface Outcome {

        record Done(CustomerId id) implements Outcome {}

        /** @param field of the draft; @param reason a text key of bundle {@code customers} */
        record Refused(String field, String reason) implements Outcome {}
    }
}
