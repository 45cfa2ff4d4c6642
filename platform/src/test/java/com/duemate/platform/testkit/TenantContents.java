package com.duemate.platform.testkit;

import com.duemate.platform.kernel.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that a tenant has in the database, table by table, as counts and hashes: equal before and after where nothing may change.
 * Left out is what changes by itself: events on their way, when a key was last used, and
 * what the engine's watches last looked at.
 */
public final class TenantContents {

    private static final Set<String> RESTLESS =
            Set.of("messaging.outbox", "messaging.consumed", "identity.api_key", "reminders.pulse", "reminders.digest");

    private TenantContents() {}

    public static Map<String, String> of(TenantId tenant) throws SQLException {
        var contents = new TreeMap<String, String>();
        try (var admin = TestPostgres.shared().asSuperuser("duemate");
                var statement = admin.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'tenant_id'""")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                if (!RESTLESS.contains(table)) {
                    try (var rows = statement.executeQuery(
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from %s t where tenant_id = '%s'"
                                    .formatted(table, tenant))) {
                        rows.next();
                        contents.put(table, rows.getString(1));
                    }
                }
            }
        }
        return contents;
    }
}
