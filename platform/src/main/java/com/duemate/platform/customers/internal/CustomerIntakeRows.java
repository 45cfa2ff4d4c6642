package com.duemate.platform.customers.internal;

import com.duemate.platform.customers.IncomingCustomer;
import com.duemate.platform.customers.internal.KnownCustomers.Row;
import com.duemate.platform.kernel.BusinessClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes customers many at a time. */
@Repository
class CustomerIntakeRows {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CustomerIntakeRows(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A customer to be added. */
    record Fresh(UUID id, String number, IncomingCustomer incoming) {}

    /**
     * A customer an import created or changed, its row locked.
     *
     * @param untouched nobody has edited it since
     */
    record Taken(UUID id, String number, boolean created, boolean untouched) {}

    List<Row> find(List<IncomingCustomer> customers) {
        var found = new HashMap<UUID, Row>();
        for (var row : read("select * from customers.customer where number = any(?)", numbers(customers))) {
            found.put(row.id(), row);
        }
        var names = names(customers);
        if (names.length > 0) {
            for (var row : read("select * from customers.customer where search = any(?)", names)) {
                found.put(row.id(), row);
            }
        }
        return List.copyOf(found.values());
    }

    /** In the order of their ids, so that two imports of the same customers wait for each other. */
    void lock(List<IncomingCustomer> customers) {
        jdbc.sql("select id from customers.customer where number = any(?) order by id for no key update")
                .param(numbers(customers))
                .query(UUID.class)
                .list();
    }

    private List<Row> read(String sql, String[] keys) {
        return jdbc.sql(sql)
                .param(keys)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("locale"),
                        row.getString("zone"),
                        row.getInt("version")))
                .list();
    }

    /** @return for each that somebody else added at the same moment, the id it has */
    Map<UUID, UUID> add(UUID importId, List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var added = new HashSet<>(jdbc.sql("""
                        insert into customers.customer (id, number, name, email, phone, locale, zone, search, import_id, created_at)
                        select c.*, :import, :now::timestamptz
                        from unnest(:ids::uuid[], :numbers::text[], :names::text[], :emails::text[], :phones::text[],
                                    :languages::text[], :zones::text[], :searches::text[]) as c
                        on conflict (tenant_id, number) do nothing returning id""")
                .param("import", importId)
                .param("now", clock.now().toString())
                .param("ids", fresh.stream().map(Fresh::id).toArray(UUID[]::new))
                .param("numbers", column(fresh, Fresh::number))
                .param("names", column(fresh, CustomerIntakeRows::name))
                .param("emails", column(fresh, f -> f.incoming.email()))
                .param("phones", column(fresh, f -> f.incoming.phone()))
                .param("languages", column(fresh, f -> f.incoming.language()))
                .param("zones", column(fresh, f -> f.incoming.zone()))
                .param("searches", column(fresh, f -> Customer.searchKey(name(f))))
                .query(UUID.class)
                .list());
        jdbc.sql("""
                        insert into customers.intake (import_id, customer_id, version)
                        select ?, id, 0 from unnest(?::uuid[]) as id""").params(importId, added.toArray(UUID[]::new)).update();
        var late = fresh.stream().filter(f -> !added.contains(f.id)).toList();
        return late.isEmpty() ? Map.of() : elsewhere(late);
    }

    private Map<UUID, UUID> elsewhere(List<Fresh> late) {
        var byNumber = read(
                        "select * from customers.customer where number = any(?)",
                        late.stream().map(Fresh::number).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Row::number, Row::id));
        return late.stream().collect(Collectors.toMap(Fresh::id, f -> Objects.requireNonNull(byNumber.get(f.number))));
    }

    private static String name(Fresh fresh) {
        var name = fresh.incoming.name();
        return name == null ? fresh.number : name;
    }

    void change(UUID importId, Map<UUID, IncomingCustomer> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var ids = new ArrayList<>(changed.keySet());
        var incoming =
                ids.stream().map(id -> Objects.requireNonNull(changed.get(id))).toList();
        jdbc.sql("""
                        insert into customers.intake (import_id, customer_id, version, before)
                        select ?, c.id, c.version + 1, to_jsonb(c) from customers.customer c where c.id = any(?)
                        on conflict do nothing""").params(importId, ids.toArray(UUID[]::new)).update();
        jdbc.sql("""
                        update customers.customer c set name = coalesce(n.name, c.name), email = coalesce(n.email, c.email),
                               phone = coalesce(n.phone, c.phone), locale = coalesce(n.locale, c.locale),
                               zone = coalesce(n.zone, c.zone), search = coalesce(n.search, c.search), version = c.version + 1
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                             as n(id, name, email, phone, locale, zone, search)
                        where c.id = n.id""")
                .param(ids.toArray(UUID[]::new))
                .param(column(incoming, IncomingCustomer::name))
                .param(column(incoming, IncomingCustomer::email))
                .param(column(incoming, IncomingCustomer::phone))
                .param(column(incoming, IncomingCustomer::language))
                .param(column(incoming, IncomingCustomer::zone))
                .param(column(incoming, i -> i.name() == null ? null : Customer.searchKey(i.name())))
                .update();
    }

    List<Taken> lockTaken(UUID importId, int limit) {
        return jdbc.sql("""
                        select c.id, c.number, t.before is null as created, t.version = c.version as untouched
                        from customers.intake t join customers.customer c on c.tenant_id = t.tenant_id and c.id = t.customer_id
                        where t.import_id = ? order by t.customer_id limit ? for update of c""")
                .params(importId, limit)
                .query((row, _) -> new Taken(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getBoolean("created"),
                        row.getBoolean("untouched")))
                .list();
    }

    /** @return those that are gone; others are still referred to */
    Set<UUID> remove(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select unnest(customers.remove(?))")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** What another import had left behind before is what this one leaves behind now. */
    void restore(UUID importId, List<UUID> ids) {
        jdbc.sql("""
                        update customers.intake o set version = c.version + 1
                        from customers.intake t join customers.customer c on c.tenant_id = t.tenant_id and c.id = t.customer_id
                        where t.import_id = ? and t.customer_id = any(?) and o.customer_id = t.customer_id
                          and o.import_id <> t.import_id and o.version = (t.before ->> 'version')::int""").params(importId, ids.toArray(UUID[]::new)).update();
        jdbc.sql("""
                        update customers.customer c set name = b.before ->> 'name', email = b.before ->> 'email',
                               phone = b.before ->> 'phone', locale = b.before ->> 'locale', zone = b.before ->> 'zone',
                               search = b.before ->> 'search', version = c.version + 1
                        from customers.intake b where b.import_id = ? and b.customer_id = c.id and c.id = any(?)""").params(importId, ids.toArray(UUID[]::new)).update();
    }

    void forget(UUID importId, List<Taken> taken) {
        jdbc.sql("delete from customers.intake where import_id = ? and customer_id = any(?)")
                .params(importId, taken.stream().map(Taken::id).toArray(UUID[]::new))
                .update();
    }

    private static String[] numbers(Collection<IncomingCustomer> customers) {
        return customers.stream().map(KnownCustomers::numberOf).distinct().toArray(String[]::new);
    }

    private static String[] names(Collection<IncomingCustomer> customers) {
        return customers.stream()
                .filter(c -> c.number() == null)
                .map(c -> Customer.searchKey(Objects.requireNonNull(c.name())))
                .distinct()
                .toArray(String[]::new);
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
