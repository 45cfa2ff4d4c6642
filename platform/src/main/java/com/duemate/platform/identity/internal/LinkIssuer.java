package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.UserId;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Handles.Registration;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import com.duemate.platform.tenancy.Tenants;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the addresses at which a password is set, in the caller's transaction. A new one ends the older ones of its seat. */
@Component
class LinkIssuer {

    private final JdbcClient jdbc;
    private final Handles handles;
    private final Hosts hosts;
    private final Messages messages;
    private final Tenants tenants;
    private final CurrentSession session;
    private final SecurityClock clock;

    LinkIssuer(
            JdbcClient jdbc,
            Handles handles,
            Hosts hosts,
            Messages messages,
            Tenants tenants,
            CurrentSession session,
            SecurityClock clock) {
        this.jdbc = jdbc;
        this.handles = handles;
        this.hosts = hosts;
        this.messages = messages;
        this.tenants = tenants;
        this.session = session;
        this.clock = clock;
    }

    /** A link for an offered seat, sent to whom it is offered. */
    String invite(UserId seat, EmailAddress email, String name, Duration life) {
        var url = issue(seat, life);
        var tenant = tenants.current();
        var inviter = session.principal()
                .filter(SignedInUser.class::isInstance)
                .map(user -> ((SignedInUser) user).person().name())
                .orElse(tenant.name());
        messages.queue(new OutgoingMessage(
                "invitation",
                "invitation/" + Ids.next(),
                null,
                Channel.EMAIL,
                email.value(),
                name,
                tenant.locale(),
                "",
                new MessageFacts.Invitation(inviter, URI.create(url), life).model(),
                List.of()));
        return url;
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
