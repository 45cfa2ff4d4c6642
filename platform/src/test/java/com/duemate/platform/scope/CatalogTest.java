package com.duemate.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the database's own catalog says about isolation: 0 exceptions outside the lists below. It looks as a superuser, since
 * the runtime logins may not see everything; it never reads a tenant's rows.
 */
@PlatformTest
class CatalogTest {

    /** Rooms' schemas: all that are not PostgreSQL's or Flyway's. */
    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema', 'migration', 'public', 'pg_toast') and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast%'";

    /**
     * Tables that are not tenant tables: the registry (its rows are the tenants), the door's table of digests, and what belongs
     * to the platform itself.
     */
    private static final List<String> NOT_TENANT_TABLES =
            List.of("tenancy.tenant", "tenancy.host", "scope.handle", "identity.staff_account");

    @Test
    void everyTenantTableForcesRowSecurityOnANotNullTenantFromTheScope() throws SQLException {
        assertThat(ask("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                        where c.relkind in ('r', 'p') and %s and not (
                              c.relrowsecurity and c.relforcerowsecurity and coalesce(a.attnotnull, false)
                              and pg_get_expr(d.adbin, d.adrelid) = 'scope.tenant_id()')""".formatted(OURS))).isSubsetOf(NOT_TENANT_TABLES);
        assertThat(ask("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and %s and not (c.relrowsecurity and c.relforcerowsecurity)""".formatted(OURS))).isEmpty();
    }

    @Test
    void everyLoginHasAtMostOnePermissivePolicyForEachCommand() throws SQLException {
        assertThat(ask("""
                        select p.schemaname || '.' || p.tablename || ' ' || r || ' ' || c
                        from pg_policies p, unnest(p.roles) r,
                             unnest(case p.cmd when 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[p.cmd] end) c
                        group by p.schemaname, p.tablename, r, c having count(*) > 1""")).isEmpty();
        assertThat(ask("select schemaname || '.' || tablename from pg_policies where 'public' = any(roles)"))
                .isEmpty();
    }

    @Test
    void policiesOfTenantsAndCustomersAskForTheScopeAndCheckWhatIsWritten() throws SQLException {
        assertThat(ask("""
                        select schemaname || '.' || tablename || ' ' || policyname from pg_policies
                        where roles && array['duemate_tenant', 'duemate_customer']::name[]
                          and not (coalesce(qual, with_check) like '%scope.tenant_id()%'
                                   and (cmd in ('SELECT', 'DELETE') or with_check like '%scope.tenant_id()%'))""")).isEmpty();
    }

    @Test
    void keysLeadWithTheTenant() throws SQLException {
        assertThat(ask("""
                        select n.nspname || '.' || c.relname || ' ' || i.relname from pg_index x
                        join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where %s and x.indisunique and x.indkey[0] <> a.attnum""".formatted(OURS))).containsOnly("scope.handle handle_pkey", "tenancy.host host_pkey");
        assertThat(ask("""
                        select n.nspname || '.' || c.relname || ' ' || k.conname from pg_constraint k
                        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where k.contype = 'f' and %s and not (a.attnum = k.conkey[1] and array_length(k.conkey, 1) > 1)""".formatted(OURS))).containsOnly("tenancy.host host_tenant_id_fkey");
    }

    @Test
    void viewsRunAsWhoeverAsksAndNothingIsMaterialised() throws SQLException {
        assertThat(ask("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where %s and (c.relkind = 'm' or c.relkind = 'v'
                              and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])""".formatted(OURS))).isEmpty();
    }

    @Test
    void theOneDefinerFunctionBelongsToALoginlessRoleAndOpensOnlyAtTheDoor() throws SQLException {
        assertThat(ask("""
                        select n.nspname || '.' || p.proname || ' ' || r.rolname || ' ' || r.rolcanlogin || ' '
                               || coalesce(array_to_string(p.proconfig, ','), '') || ' '
                               || has_function_privilege('duemate_tenant', p.oid, 'execute') || ' '
                               || has_function_privilege('duemate_door', p.oid, 'execute')
                        from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
                        where p.prosecdef and %s""".formatted(OURS)))
                .containsExactly("scope.resolve duemate_resolver false search_path=pg_catalog false true");
    }

    @Test
    void noRuntimeLoginHasPowersOrIsAMember() throws SQLException {
        assertThat(ask("""
                        select rolname from pg_roles where rolname like 'duemate%' and
                               (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)""")).isEmpty();
        assertThat(ask("""
                        select m.member::regrole || ' in ' || m.roleid::regrole from pg_auth_members m
                        where m.member::regrole::text like 'duemate%' or m.roleid::regrole::text like 'duemate%'""")).containsOnly("duemate_owner in duemate_resolver");
    }

    @Test
    void roomsReadOtherRoomsOnlyThroughPublishedViews() throws SQLException {
        assertThat(ask("""
                        select distinct vn.nspname || '.' || v.relname || ' -> ' || tn.nspname || '.' || t.relname
                        from pg_rewrite w join pg_class v on v.oid = w.ev_class join pg_namespace vn on vn.oid = v.relnamespace
                        join pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
                        join pg_class t on t.oid = d.refobjid join pg_namespace tn on tn.oid = t.relnamespace
                        where vn.nspname not in ('pg_catalog', 'information_schema') and vn.nspname <> tn.nspname
                          and t.relname not like 'pub\\_%'""")).isEmpty();
    }

    private static List<String> ask(String sql) throws SQLException {
        try (var connection = TestPostgres.shared().asSuperuser("duemate");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
