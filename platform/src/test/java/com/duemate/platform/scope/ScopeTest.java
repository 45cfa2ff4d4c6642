package com.duemate.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.testkit.PlatformTest;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ScopeTest {

    private final TenantId a = new TenantId(Ids.next());
    private final TenantId b = new TenantId(Ids.next());
    private final CustomerId customer = new CustomerId(Ids.next());

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyPlaneIsWhoItSaysAndUnderRowSecurity() {
        assertThat(in(tenant(a), () -> ask("select current_user::text"))).isEqualTo("duemate_tenant");
        assertThat(in(new Scope.Customer(a, customer), () -> ask("select current_user::text")))
                .isEqualTo("duemate_customer");
        assertThat(in(new Scope.Engine(), () -> ask("select current_user::text")))
                .isEqualTo("duemate_engine");
        assertThat(in(new Scope.Staff(), () -> ask("select current_user::text")))
                .isEqualTo("duemate_staff");
        assertThat(in(new Scope.Door(), () -> ask("select current_user::text"))).isEqualTo("duemate_door");
        assertThat(in(tenant(a), () -> ask("select row_security_active('testkit.probe')::text")))
                .isEqualTo("true");
    }

    @Test
    void aTenantSeesItsOwnRowsAndACustomerOnlyItsOwn() {
        in(tenant(a), () -> add(customer.value()) + add(Ids.next()));

        assertThat(in(tenant(a), this::count)).isEqualTo(2);
        assertThat(in(tenant(b), this::count)).isZero();
        assertThat(in(new Scope.Customer(a, customer), this::count)).isEqualTo(1);
        assertThat(in(new Scope.Customer(b, customer), this::count)).isZero();
    }

    /** A screen's question is planned with its filters, what jobs ask all day long is planned once. */
    @Test
    void onlyWhatRunsBehindTheScenesKeepsItsPlans() {
        assertThat(in(tenant(a), () -> ask("show plan_cache_mode"))).isEqualTo("auto");
        var template = new TransactionTemplate(transactions);
        var behind = Backstage.<String>call(tenant(a), () -> template.execute(_ -> ask("show plan_cache_mode")));
        assertThat(behind).isEqualTo("force_generic_plan");
        assertThat(in(tenant(b), () -> ask("show plan_cache_mode"))).isEqualTo("auto");
    }

    @Test
    void nobodyGetsNothing() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(_ -> count()))
                .hasRootCauseInstanceOf(NoScopeBound.class);
        assertThatThrownBy(() -> Scopes.call(tenant(a), this::count))
                .rootCause()
                .hasMessageContaining("inside a transaction");
    }

    @Test
    void aCustomerCannotWriteAndTheEngineCannotRead() {
        assertThatThrownBy(() -> in(new Scope.Customer(a, customer), () -> add(customer.value())))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> in(new Scope.Engine(), this::count))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aScopeInsideAnotherScopesTransactionIsRefused() {
        assertThatThrownBy(() -> in(tenant(a), () -> Scopes.call(tenant(b), this::count)))
                .isInstanceOf(ScopeConflict.class);
    }

    @Test
    void readOnlyAndIsolationReachTheDatabase() {
        var template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        Scopes.run(
                tenant(a),
                () -> template.executeWithoutResult(_ -> {
                    assertThat(ask("show transaction_read_only")).isEqualTo("on");
                    assertThat(ask("show transaction_isolation")).isEqualTo("repeatable read");
                }));
        assertThat(in(tenant(a), () -> ask("show transaction_read_only"))).isEqualTo("off");
    }

    @Test
    void alternatingScopesNeverLeakAfterCommitRollbackOrException() {
        in(tenant(a), () -> add(customer.value()));
        for (int i = 0; i < 1_000; i++) {
            assertThat(in(tenant(a), this::count)).isEqualTo(1);
            assertThat(in(tenant(b), this::count)).isZero();
            if (i % 3 == 0) {
                assertThatThrownBy(() -> in(tenant(a), () -> ask("select 1/0"))).isNotNull();
            }
        }
    }

    private long count() {
        return jdbc.sql("select count(*) from testkit.probe").query(Long.class).single();
    }

    private String ask(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private int add(UUID owner) {
        return jdbc.sql("insert into testkit.probe (id, customer_id, amount) values (?, ?, 1)")
                .param(Ids.next())
                .param(owner)
                .update();
    }

    private static Scope tenant(TenantId id) {
        return new Scope.Tenant(id);
    }

    private <T> T in(Scope scope, Supplier<T> action) {
        return Scopes.call(scope, () -> new TransactionTemplate(transactions).execute(_ -> action.get()));
    }
}
