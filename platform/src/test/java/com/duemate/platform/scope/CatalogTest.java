package com.duemate.platform.scope;

import static com.duemate.platform.scope.IsolationCatalog.DEFINER_FUNCTIONS;
import static com.duemate.platform.scope.IsolationCatalog.DOUBLE_POLICIES;
import static com.duemate.platform.scope.IsolationCatalog.FOREIGN_KEYS_WITHOUT_TENANT;
import static com.duemate.platform.scope.IsolationCatalog.MEMBERSHIPS;
import static com.duemate.platform.scope.IsolationCatalog.POLICIES_THAT_DO_NOT_ASK;
import static com.duemate.platform.scope.IsolationCatalog.POWERFUL_LOGINS;
import static com.duemate.platform.scope.IsolationCatalog.TABLES_WITHOUT_FORCED_SECURITY;
import static com.duemate.platform.scope.IsolationCatalog.TABLES_WITHOUT_TENANT;
import static com.duemate.platform.scope.IsolationCatalog.UNIQUE_KEYS_WITHOUT_TENANT;
import static com.duemate.platform.scope.IsolationCatalog.VIEWS_ON_ANOTHER_ROOMS_TABLES;
import static com.duemate.platform.scope.IsolationCatalog.VIEWS_THAT_LEND_THEIR_OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the database's own catalog says about isolation: nothing outside the lists below, and every question can find what it
 * asks for. It looks as a superuser, since the runtime logins may not see everything; it reads no tenant's row.
 */
@PlatformTest
class CatalogTest {

    /**
     * Not tenant tables: the registry (its rows are the tenants), the door's table of digests, the platform's own people, which
     * worker does what, and what stops everybody or may.
     */
    private static final List<String> NOT_TENANT_TABLES = List.of(
            "tenancy.tenant",
            "tenancy.host",
            "scope.handle",
            "identity.staff_account",
            "reminders.shard",
            "reminders.worker",
            "reminders.stop",
            "reminders.rouse",
            "reminders.lineage",
            "reminders.flow_sum",
            "reminders.shard_health");

    /** Asked before a tenant is known. */
    private static final List<String> KEYS_OF_THE_DOOR = List.of("scope.handle handle_pkey", "tenancy.host host_pkey");

    @Test
    void nothingBreaksARuleOfIsolation() throws SQLException {
        try (var connection = admin()) {
            assertThat(TABLES_WITHOUT_FORCED_SECURITY.ask(connection)).isEmpty();
            assertThat(TABLES_WITHOUT_TENANT.ask(connection)).isSubsetOf(NOT_TENANT_TABLES);
            assertThat(DOUBLE_POLICIES.ask(connection)).isEmpty();
            assertThat(POLICIES_THAT_DO_NOT_ASK.ask(connection)).isEmpty();
            assertThat(UNIQUE_KEYS_WITHOUT_TENANT.ask(connection)).isSubsetOf(KEYS_OF_THE_DOOR);
            assertThat(FOREIGN_KEYS_WITHOUT_TENANT.ask(connection)).isSubsetOf("tenancy.host host_tenant_id_fkey");
            assertThat(VIEWS_THAT_LEND_THEIR_OWNER.ask(connection)).isEmpty();
            assertThat(POWERFUL_LOGINS.ask(connection)).isEmpty();
            assertThat(MEMBERSHIPS.ask(connection)).containsOnly("duemate_owner in duemate_resolver");
            assertThat(VIEWS_ON_ANOTHER_ROOMS_TABLES.ask(connection)).isEmpty();
        }
    }

    @Test
    void theOneDefinerFunctionBelongsToALoginlessRoleAndOpensOnlyAtTheDoor() throws SQLException {
        try (var connection = admin()) {
            assertThat(DEFINER_FUNCTIONS.ask(connection))
                    .containsExactly("scope.resolve duemate_resolver false search_path=pg_catalog false true");
        }
    }

    /** Each line breaks isolation in a way that was seen in the wild, and names the question that must notice. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table invoicing.invoice no force row level security                        | TABLES_WITHOUT_FORCED_SECURITY
            alter table customers.customer disable row level security                        | TABLES_WITHOUT_FORCED_SECURITY
            alter table ledger.entry alter tenant_id drop default                            | TABLES_WITHOUT_TENANT
            alter table testkit.probe drop constraint probe_pkey, alter tenant_id drop not null | TABLES_WITHOUT_TENANT
            create policy extra on invoicing.invoice for select to duemate_tenant using (true) | DOUBLE_POLICIES
            create policy extra on testkit.probe for select to public using (true)           | DOUBLE_POLICIES
            alter policy tenant_all on invoicing.line using (true)                           | POLICIES_THAT_DO_NOT_ASK
            alter policy tenant_all on invoicing.line with check (true)                      | POLICIES_THAT_DO_NOT_ASK
            create unique index on invoicing.invoice (id)                                | UNIQUE_KEYS_WITHOUT_TENANT
            alter table testkit.probe add unique (id), add foreign key (customer_id) references testkit.probe (id) not valid | FOREIGN_KEYS_WITHOUT_TENANT
            create view invoicing.pub_leak as select * from invoicing.invoice                | VIEWS_THAT_LEND_THEIR_OWNER
            create materialized view invoicing.pub_leak as select * from invoicing.invoice   | VIEWS_THAT_LEND_THEIR_OWNER
            create function testkit.f() returns int language sql security definer return 1   | DEFINER_FUNCTIONS
            grant execute on function scope.resolve(text, bytea) to public                   | DEFINER_FUNCTIONS
            alter role duemate_tenant bypassrls                                              | POWERFUL_LOGINS
            grant duemate_engine to duemate_tenant                                           | MEMBERSHIPS
            create view invoicing.pub_x with (security_invoker = true) as select * from customers.customer | VIEWS_ON_ANOTHER_ROOMS_TABLES
            """)
    void everySabotageIsNoticed(String sabotage, IsolationCatalog question) throws SQLException {
        try (var connection = admin()) {
            connection.setAutoCommit(false);
            var before = question.ask(connection);
            try (var statement = connection.createStatement()) {
                statement.execute(sabotage);
                assertThat(question.ask(connection)).isNotEqualTo(before);
            } finally {
                connection.rollback();
            }
        }
    }

    private static Connection admin() throws SQLException {
        return TestPostgres.shared().asSuperuser("duemate");
    }
}
