package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.WaysOut;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Handle;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Scope;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works as the customer the secret was given to. */
@Service
class UnsubscribeDesk implements WaysOut {

    private final Handles handles;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    UnsubscribeDesk(Handles handles, JdbcClient jdbc, BusinessClock clock, PlatformTransactionManager transactions) {
        this.handles = handles;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Address> find(TenantId tenant, String secret) {
        return resolve(tenant, secret).flatMap(handle -> asCustomer(handle, () -> address(handle)));
    }

    @Override
    public Optional<Address> leave(TenantId tenant, String secret) {
        return resolve(tenant, secret)
                .flatMap(handle -> asCustomer(handle, () -> {
                    var address = address(handle);
                    address.ifPresent(known -> jdbc.sql("""
                            insert into notifications.suppression (channel, address, customer_id, reason, at)
                            values (?, ?, ?, 'UNSUBSCRIBED', ?) on conflict do nothing""")
                            .params(
                                    known.channel().name(),
                                    known.value(),
                                    handle.requireCustomer().value(),
                                    clock.now().atOffset(ZoneOffset.UTC))
                            .update());
                    return address;
                }));
    }

    private Optional<Handle> resolve(TenantId tenant, String secret) {
        return handles.resolve(HandleKind.UNSUBSCRIBE, secret).filter(handle -> tenant.equals(handle.tenant()));
    }

    private Optional<Address> address(Handle handle) {
        return jdbc.sql("select channel, address from notifications.message where id = ?")
                .param(handle.subject())
                .query((row, _) -> new Address(Channel.valueOf(row.getString("channel")), row.getString("address")))
                .optional();
    }

    private <T> Optional<T> asCustomer(Handle handle, java.util.function.Supplier<Optional<T>> action) {
        var scope = new Scope.Customer(handle.requireTenant(), handle.requireCustomer());
        return Optional.ofNullable(Backstage.call(scope, () -> transaction.execute(_ -> action.get())))
                .flatMap(found -> found);
    }
}
