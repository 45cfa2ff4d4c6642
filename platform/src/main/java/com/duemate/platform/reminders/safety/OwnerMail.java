package com.duemate.platform.reminders.safety;

import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.User;
import com.duemate.platform.identity.Users;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import com.duemate.themes.text.Texts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the owners of the current scope's tenant, once each, in the transaction of what there is to tell. */
@Component
class OwnerMail {

    private static final Texts TEXTS = Texts.lenient(OwnerMail.class.getClassLoader());

    private final Users users;
    private final Messages messages;
    private final FlowRows flow;
    private final Hosts hosts;

    OwnerMail(Users users, Messages messages, FlowRows flow, Hosts hosts) {
        this.users = users;
        this.messages = messages;
        this.flow = flow;
        this.hosts = hosts;
    }

    @EventListener
    void on(TenantCircuit.Opened opened) {
        var trip = opened.trip();
        var found = TEXTS.text(
                locale(),
                "reminders.alarm." + trip.measure(),
                Map.of("counted", trip.counted(), "usual", trip.usual()));
        tell(MessageKind.SENDING_ALARM, opened.stop().toString(), new MessageFacts.SendingAlarm(found, look("home")));
    }

    /** @param occasion of which each owner hears once */
    void tell(MessageKind kind, String occasion, MessageFacts facts) {
        for (var owner : users.list()) {
            if (owner.role() == Role.OWNER && owner.state() == User.State.ACTIVE) {
                messages.queue(new OutgoingMessage(
                        kind.key(),
                        "%s/%s/%s".formatted(kind.key(), occasion, owner.id()),
                        null,
                        Channel.EMAIL,
                        owner.email(),
                        owner.name(),
                        locale(),
                        "",
                        facts.model(),
                        List.of()));
            }
        }
    }

    Locale locale() {
        return Texts.spoken(flow.tenant().locale());
    }

    URI look(String path) {
        return URI.create(hosts.url(Surface.TENANT_PORTAL) + "/" + path);
    }
}
