package com.duemate.platform.testkit;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes in whose scope it was called, writes one row for each event, and fails when told. */
@Component
public class ProbeHandler implements EventHandler<ProbeHappened> {

    private final JdbcClient jdbc;
    private final World world;
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    ProbeHandler(JdbcClient jdbc, World world) {
        this.jdbc = jdbc;
        this.world = world;
    }

    @Override
    public Class<ProbeHappened> event() {
        return ProbeHappened.class;
    }

    @Override
    public String name() {
        return "testkit.probe";
    }

    @Override
    public void on(ProbeHappened event) {
        (Scopes.tenant().value().equals(event.tenant()) ? right : wrong).incrementAndGet();
        jdbc.sql("insert into testkit.probe (id, customer_id, amount) values (?, ?, 7)")
                .params(Ids.next(), event.tenant())
                .update();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("told to fail");
        }
    }

    public int rightScope() {
        return right.get();
    }

    public int wrongScope() {
        return wrong.get();
    }

    public void failNext(int times) {
        failures.set(times);
    }

    /** Rows that committed. */
    public int effects(TenantId tenant) {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("select count(*) from testkit.probe where amount = 7")
                        .query(Integer.class)
                        .single());
    }
}
