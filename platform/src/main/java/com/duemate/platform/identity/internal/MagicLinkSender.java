package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.MagicLinkRequested;
import com.duemate.platform.identity.MagicLinks;
import com.duemate.platform.identity.PortalGuests;
import com.duemate.platform.identity.PortalGuests.Guest;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Handles.Registration;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Tenants;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out whom an address belongs to and sends them a link. Nobody who asked can see whether it did. */
@Component
@OnRole(ServerRole.WORKER)
class MagicLinkSender implements EventHandler<MagicLinkRequested> {

    private static final int MOST_AN_HOUR = 6;
    private static final int MOST_GUESTS = 5;

    private final JdbcClient jdbc;
    private final PortalGuests guests;
    private final Messages messages;
    private final Handles handles;
    private final Tenants tenants;
    private final SecurityClock clock;

    MagicLinkSender(
            JdbcClient jdbc,
            PortalGuests guests,
            Messages messages,
            Handles handles,
            Tenants tenants,
            SecurityClock clock) {
        this.jdbc = jdbc;
        this.guests = guests;
        this.messages = messages;
        this.handles = handles;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public Class<MagicLinkRequested> event() {
        return MagicLinkRequested.class;
    }

    @Override
    public String name() {
        return "identity.magic_link";
    }

    @Override
    public void on(MagicLinkRequested event) {
        jdbc.sql("delete from identity.magic_link where expires_at < ?")
                .param(AccountRows.at(clock.now().minus(Duration.ofDays(1))))
                .update();
        jdbc.sql("delete from identity.magic_link_request where id = ? returning email")
                .param(event.request())
                .query(String.class)
                .optional()
                .flatMap(EmailAddress::parse)
                .ifPresent(email ->
                        guests.withEmail(email).stream().limit(MOST_GUESTS).forEach(guest -> send(guest, email)));
    }

    private void send(Guest guest, EmailAddress email) {
        if (recent(guest) >= MOST_AN_HOUR) {
            return;
        }
        var id = Ids.next();
        var secret = Tokens.next();
        var expiresAt = clock.now().plus(MagicLinks.LIFE);
        jdbc.sql("insert into identity.magic_link (id, customer_id, made_at, expires_at) values (?, ?, ?, ?)")
                .params(id, guest.customer().value(), AccountRows.at(clock.now()), AccountRows.at(expiresAt))
                .update();
        handles.register(HandleKind.MAGIC_LINK, secret, id, new Registration(guest.customer(), "", expiresAt));
        var url = URI.create(tenants.current().portalUrl() + "/my/enter/" + secret);
        messages.queue(new OutgoingMessage(
                "magic_link",
                "magic_link/" + id,
                guest.customer(),
                Channel.EMAIL,
                email.value(),
                guest.name(),
                guest.locale(),
                "",
                new MessageFacts.MagicLink(url, MagicLinks.LIFE).model(),
                List.of()));
    }

    private int recent(Guest guest) {
        return jdbc.sql("select count(*) from identity.magic_link where customer_id = ? and made_at > ?")
                .params(guest.customer().value(), AccountRows.at(clock.now().minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
    }
}
