package com.duemate.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The promise itself: fifty tenants, sixteen threads, exceptions and killed backends, and nobody ever meets a stranger's row. */
@PlatformTest
class IsolationUnderLoadTest {

    private static final int TENANTS = 50;
    private static final int THREADS = 16;
    private static final int TRANSACTIONS = 20_000;

    private final List<TenantId> tenants =
            Stream.generate(() -> new TenantId(Ids.next())).limit(TENANTS).toList();
    private final AtomicInteger foreign = new AtomicInteger();
    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void nobodySeesOrWritesAStrangersRow() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(IntStream.range(0, THREADS)
                    .mapToObj(n -> Executors.callable(() -> work(new Random(n))))
                    .toList())) {
                done.get();
            }
        }
        assertThat(foreign).hasValue(0);
        assertThat(killed.get()).isGreaterThan(TRANSACTIONS / 100);
        assertThat(committed.get()).isGreaterThan(TRANSACTIONS / 2);
        assertThat(wrongRows()).isZero();
    }

    private void work(Random random) {
        for (int i = 0; i < TRANSACTIONS / THREADS; i++) {
            int tenant = random.nextInt(TENANTS);
            int fate = random.nextInt(100);
            try {
                Scopes.run(new Scope.Tenant(tenants.get(tenant)), () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> one(tenant, fate)));
                committed.incrementAndGet();
            } catch (Planned | DataAccessException | TransactionException _) {
                // planned, or the backend was killed
            }
        }
    }

    private void one(int tenant, int fate) {
        // the amount says whose row it is, so that a stranger's is recognised whatever its tenant_id says
        jdbc.sql("insert into testkit.probe (id, customer_id, amount) values (?, ?, ?)")
                .params(Ids.next(), tenants.get(tenant).value(), 1_000_000L + tenant)
                .update();
        foreign.addAndGet(jdbc.sql("select count(*) from testkit.probe where amount <> ?")
                .param(1_000_000L + tenant)
                .query(Integer.class)
                .single());
        foreign.addAndGet(jdbc.sql("update testkit.probe set amount = amount where amount <> ?")
                .param(1_000_000L + tenant)
                .update());
        if (fate < 5) {
            throw new Planned();
        }
        if (fate < 7) {
            killed.incrementAndGet();
            kill(jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
            jdbc.sql("select 1").query(Integer.class).single();
        }
    }

    private static void kill(int backend) {
        try (var admin = TestPostgres.shared().asSuperuser("duemate");
                var statement = admin.prepareStatement("select pg_terminate_backend(?, 1000)")) {
            statement.setInt(1, backend);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long wrongRows() throws SQLException {
        long wrong = 0;
        try (var admin = TestPostgres.shared().asSuperuser("duemate");
                var statement = admin.prepareStatement(
                        "select count(*) from testkit.probe where tenant_id = ? and amount <> ?")) {
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                statement.setObject(1, tenants.get(tenant).value());
                statement.setLong(2, 1_000_000L + tenant);
                try (var row = statement.executeQuery()) {
                    row.next();
                    wrong += row.getLong(1);
                }
            }
        }
        return wrong;
    }

    private static final class Planned extends RuntimeException {}
}
