package com.duemate.platform.invoicing.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tenant's own series, from a counter row: gapless, and never twice however many are made at once. */
@Component
class InvoiceNumbering {

    private final JdbcClient jdbc;

    InvoiceNumbering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers that imports or people took by hand are passed over. */
    String next() {
        while (true) {
            jdbc.sql("insert into invoicing.numbering default values on conflict do nothing")
                    .update();
            var number = jdbc.sql("update invoicing.numbering set next = next + 1 returning prefix || (next - 1)::text")
                    .query(String.class)
                    .single();
            if (!taken(number)) {
                return number;
            }
        }
    }

    boolean taken(String number) {
        return jdbc.sql("select exists (select from invoicing.invoice where number = ?)")
                .param(number)
                .query(Boolean.class)
                .single();
    }
}
