package com.duemate.platform.scope;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions to the database's catalog; each answers with what breaks a rule of isolation. */
enum IsolationCatalog {
    TABLES_WITHOUT_FORCED_SECURITY("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and OURS and not (c.relrowsecurity and c.relforcerowsecurity)"""),

    TABLES_WITHOUT_TENANT("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relkind in ('r', 'p') and OURS and not (coalesce(a.attnotnull, false)
                  and coalesce(pg_get_expr(d.adbin, d.adrelid), '') = 'scope.tenant_id()')"""),

    DOUBLE_POLICIES("""
            select p.schemaname || '.' || p.tablename || ' ' || r || ' ' || c
            from pg_policies p, unnest(p.roles) r,
                 unnest(case p.cmd when 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[p.cmd] end) c
            group by p.schemaname, p.tablename, r, c having count(*) > 1
            union all select schemaname || '.' || tablename from pg_policies where 'public' = any(roles)"""),

    POLICIES_THAT_DO_NOT_ASK("""
            select schemaname || '.' || tablename || ' ' || policyname from pg_policies
            where roles && array['duemate_tenant', 'duemate_customer']::name[]
              and not (coalesce(qual, with_check) like '%scope.tenant_id()%'
                       and (cmd in ('SELECT', 'DELETE') or with_check like '%scope.tenant_id()%'))"""),

    UNIQUE_KEYS_WITHOUT_TENANT("""
            select n.nspname || '.' || c.relname || ' ' || i.relname from pg_index x
            join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where OURS and x.indisunique and x.indkey[0] <> a.attnum"""),

    FOREIGN_KEYS_WITHOUT_TENANT("""
            select n.nspname || '.' || c.relname || ' ' || k.conname from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where k.contype = 'f' and OURS and not (a.attnum = k.conkey[1] and array_length(k.conkey, 1) > 1)"""),

    VIEWS_THAT_LEND_THEIR_OWNER("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where OURS and (c.relkind = 'm' or c.relkind = 'v'
                  and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])"""),

    DEFINER_FUNCTIONS("""
            select n.nspname || '.' || p.proname || ' ' || r.rolname || ' ' || r.rolcanlogin || ' '
                   || coalesce(array_to_string(p.proconfig, ','), '') || ' '
                   || has_function_privilege('duemate_tenant', p.oid, 'execute') || ' '
                   || has_function_privilege('duemate_door', p.oid, 'execute')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
            where p.prosecdef and OURS"""),

    POWERFUL_LOGINS("""
            select rolname from pg_roles where rolname like 'duemate%' and
                   (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"""),

    MEMBERSHIPS("""
            select m.member::regrole || ' in ' || m.roleid::regrole from pg_auth_members m
            where m.member::regrole::text like 'duemate%' or m.roleid::regrole::text like 'duemate%'"""),

    VIEWS_ON_ANOTHER_ROOMS_TABLES("""
            select distinct vn.nspname || '.' || v.relname || ' -> ' || tn.nspname || '.' || t.relname
            from pg_rewrite w join pg_class v on v.oid = w.ev_class join pg_namespace vn on vn.oid = v.relnamespace
            join pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
            join pg_class t on t.oid = d.refobjid join pg_namespace tn on tn.oid = t.relnamespace
            where vn.nspname not in ('pg_catalog', 'information_schema') and vn.nspname <> tn.nspname
              and t.relname not like 'pub\\_%'""");

    /** Rooms' schemas: all that are not PostgreSQL's or Flyway's. */
    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema', 'migration', 'public') and n.nspname not like 'pg_t%'";

    private final String question;

    IsolationCatalog(String question) {
        this.question = question;
    }

    List<String> ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question.replace("OURS", OURS))) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
