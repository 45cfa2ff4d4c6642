package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.UserId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Handles.Registration;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the addresses at which a password is set, in the caller's transaction. A new one ends the older ones of its seat. */
@Component
class LinkIssuer {

    private final JdbcClient jdbc;
    private final Handles handles;
    private final Hosts hosts;
    private final SecurityClock clock;

    LinkIssuer(JdbcClient jdbc, Handles handles, Hosts hosts, SecurityClock clock) {
        this.jdbc = jdbc;
        this.handles = handles;
        this.hosts = hosts;
        this.clock = clock;
    }

    String issue(UserId seat, Duration life) {
        end(seat);
        var id = Ids.next();
        var secret = Tokens.next();
        var expiresAt = clock.now().plus(life);
        jdbc.sql("insert into identity.password_link (id, membership_id, expires_at) values (?, ?, ?)")
                .params(id, seat.value(), AccountRows.at(expiresAt))
                .update();
        handles.register(HandleKind.INVITATION, secret, id, new Registration(null, "", expiresAt));
        return hosts.url(Surface.TENANT_PORTAL) + "/sign-in/welcome/" + secret;
    }

    void end(UserId seat) {
        jdbc.sql("delete from identity.password_link where membership_id = ? returning id")
                .param(seat.value())
                .query(UUID.class)
                .list()
                .forEach(id -> handles.revoke(HandleKind.INVITATION, id));
    }
}
