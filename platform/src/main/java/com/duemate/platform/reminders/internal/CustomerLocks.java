package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.CustomerId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who weighs or replans a customer, until its transaction ends. In memory, since rows to lock would be written for each customer that
 * is weighed. Two that share a key only wait. Everybody must make the key the same way: workers of another version that did not would
 * not be kept out.
 */
@Repository
class CustomerLocks {

    /** Whether the customer of the row was free, and is held by this transaction now. */
    static final String HELD = "pg_try_advisory_xact_lock(uuid_hash_extended(customer_id, 0))";

    private final JdbcClient jdbc;

    CustomerLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the customers, waiting for whoever has them; everybody in the same order. */
    void hold(Collection<CustomerId> customers) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(key) from (
                            select distinct uuid_hash_extended(id, 0) as key from unnest(?::uuid[]) id order by 1) keys""").param(uuids(customers)).query().listOfRows();
    }

    private static UUID[] uuids(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(UUID[]::new);
    }
}
