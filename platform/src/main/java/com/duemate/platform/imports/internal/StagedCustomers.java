package com.duemate.platform.imports.internal;

import com.duemate.platform.customers.IncomingCustomer;
import com.duemate.platform.imports.RowVerdict;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers that staged files speak of. */
@Repository
class StagedCustomers {

    private final JdbcClient jdbc;

    StagedCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is staged already stays; where it is silent the later row is heard. */
    void add(UUID importId, List<StagedCustomer> customers) {
        var columns = new Columns<>(customers);
        jdbc.sql("""
                        insert into imports.staged_customer as s (import_id, key, row, number, name, email, phone, language, zone)
                        select :import, c.*
                        from unnest(:keys::text[], :rows::bigint[], :numbers::text[], :names::text[], :emails::text[],
                                    :phones::text[], :languages::text[], :zones::text[]) as c
                        on conflict (tenant_id, import_id, key) do update
                        set name = coalesce(s.name, excluded.name), email = coalesce(s.email, excluded.email),
                            phone = coalesce(s.phone, excluded.phone), language = coalesce(s.language, excluded.language),
                            zone = coalesce(s.zone, excluded.zone)
                        where s.name is null and excluded.name is not null or s.email is null and excluded.email is not null
                           or s.phone is null and excluded.phone is not null
                           or s.language is null and excluded.language is not null
                           or s.zone is null and excluded.zone is not null""")
                .param("import", importId)
                .param("keys", columns.texts(StagedCustomer::key))
                .param("rows", columns.longs(StagedCustomer::row))
                .param("numbers", columns.texts(c -> c.incoming().number()))
                .param("names", columns.texts(c -> c.incoming().name()))
                .param("emails", columns.texts(c -> c.incoming().email()))
                .param("phones", columns.texts(c -> c.incoming().phone()))
                .param("languages", columns.texts(c -> c.incoming().language()))
                .param("zones", columns.texts(c -> c.incoming().zone()))
                .update();
    }

    /** In the order of the rows that first speak of them. */
    List<StagedCustomer> after(UUID importId, long row, int limit) {
        return jdbc.sql("select * from imports.staged_customer where import_id = ? and row > ? order by row limit ?")
                .params(importId, row, limit)
                .query((found, _) -> new StagedCustomer(
                        found.getString("key"),
                        found.getLong("row"),
                        new IncomingCustomer(
                                found.getString("number"),
                                found.getString("name"),
                                found.getString("email"),
                                found.getString("phone"),
                                found.getString("language"),
                                found.getString("zone")),
                        RowVerdict.valueOf(found.getString("verdict")),
                        found.getObject("customer_id", UUID.class)))
                .list();
    }

    void judge(UUID importId, List<StagedCustomer> customers) {
        var columns = new Columns<>(customers);
        jdbc.sql("""
                        update imports.staged_customer s set verdict = n.verdict, customer_id = n.customer
                        from unnest(:keys::text[], :verdicts::text[], :customers::uuid[]) as n(key, verdict, customer)
                        where s.import_id = :import and s.key = n.key""")
                .param("import", importId)
                .param("keys", columns.texts(StagedCustomer::key))
                .param("verdicts", columns.texts(StagedCustomer::verdict))
                .param("customers", columns.optionalIds(StagedCustomer::id))
                .update();
    }

    long count(UUID importId) {
        return jdbc.sql("select count(*) from imports.staged_customer where import_id = ?")
                .param(importId)
                .query(Long.class)
                .single();
    }

    int clear(UUID importId, int limit) {
        return jdbc.sql("""
                        delete from imports.staged_customer where import_id = :import and row <= (
                               select max(row) from (select row from imports.staged_customer where import_id = :import
                                                     order by row limit :limit) first)""").param("import", importId).param("limit", limit).update();
    }
}
