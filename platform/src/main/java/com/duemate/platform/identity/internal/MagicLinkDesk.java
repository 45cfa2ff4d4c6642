package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.CustomerUser;
import com.duemate.platform.identity.MagicLinkRequested;
import com.duemate.platform.identity.MagicLinks;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.Handle;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Scope;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class MagicLinkDesk implements MagicLinks {

    private static final int WISHES_PER_CLIENT = 10;
    private static final int WISHES_PER_ADDRESS = 3;

    private final JdbcClient jdbc;
    private final Handles handles;
    private final Outbox outbox;
    private final Aside aside;
    private final AttemptLimits limits;
    private final SecurityClock clock;

    MagicLinkDesk(
            JdbcClient jdbc, Handles handles, Outbox outbox, Aside aside, AttemptLimits limits, SecurityClock clock) {
        this.jdbc = jdbc;
        this.handles = handles;
        this.outbox = outbox;
        this.aside = aside;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public boolean request(TenantId tenant, EmailAddress email, String clientAddress) {
        if (!limits.take("wish|" + tenant + "|" + AttemptLimits.network(clientAddress), WISHES_PER_CLIENT)
                || !limits.take("wish|" + tenant + "|" + email, WISHES_PER_ADDRESS)) {
            return false;
        }
        aside.run(new Scope.Customer(tenant, AsideHostBrands.NOBODY), () -> {
            var id = Ids.next();
            jdbc.sql("insert into identity.magic_link_request (id, email, requested_at) values (?, ?, ?)")
                    .params(id, email.value(), AccountRows.at(clock.now()))
                    .update();
            outbox.publish(new MagicLinkRequested(id));
        });
        return true;
    }

    @Override
    public boolean usable(TenantId tenant, String link) {
        return resolve(tenant, link)
                .filter(handle -> aside.call(scope(handle), () -> jdbc.sql(
                                "select exists (select from identity.magic_link where id = ? and expires_at > ?)")
                        .params(handle.subject(), AccountRows.at(clock.now()))
                        .query(Boolean.class)
                        .single()))
                .isPresent();
    }

    @Override
    public Optional<CustomerUser> consume(TenantId tenant, String link) {
        return resolve(tenant, link)
                .filter(this::useUp)
                .map(handle -> new CustomerUser(
                        tenant.value(), handle.requireCustomer().value(), clock.now()));
    }

    /** The customer's login can do no more than put down that a link was used; the second time the row is there already. */
    private boolean useUp(Handle handle) {
        return aside.call(
                scope(handle),
                () -> jdbc.sql("""
                                insert into identity.magic_link_use (link_id, used_at)
                                select id, ? from identity.magic_link where id = ? and expires_at > ?
                                on conflict do nothing""")
                                .params(AccountRows.at(clock.now()), handle.subject(), AccountRows.at(clock.now()))
                                .update()
                        == 1);
    }

    private Optional<Handle> resolve(TenantId tenant, String link) {
        return link.length() != Tokens.LENGTH
                ? Optional.empty()
                : handles.resolve(HandleKind.MAGIC_LINK, link)
                        .filter(handle -> tenant.equals(handle.tenant()) && handle.customer() != null);
    }

    private static Scope scope(Handle handle) {
        return new Scope.Customer(handle.requireTenant(), handle.requireCustomer());
    }
}
