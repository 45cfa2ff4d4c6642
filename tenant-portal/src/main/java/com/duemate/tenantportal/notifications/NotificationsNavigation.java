package com.duemate.tenantportal.notifications;

import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ways to messages, and how other rooms show one. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class NotificationsNavigation implements Navigation {

    static final String ROUTE = "messages";
    static final String SHOW = "show";
    static final String KIND = "kind";

    @Override
    public List<Place> places() {
        return List.of(Place.daily(40, Sign.MESSAGE, "portalmessages.nav.messages", ROUTE));
    }

    /** Those that did not arrive, or of which nobody knows. */
    public static String failed() {
        return ROUTE + "?" + SHOW + "=" + MessagesView.Show.FAILED.word();
    }

    public static String message(MessageId id) {
        return ROUTE + "/" + id;
    }

    /** "Reminder", "Receipt". */
    public static String kind(Reader reader, String kind) {
        return reader.text("portalmessages.kind", kind);
    }

    /** "sent", "kept here, not sent". */
    public static String status(Reader reader, MessageStatus status) {
        return reader.text("portalmessages.status." + status.name());
    }

    public static StatusBadge badge(Reader reader, MessageStatus status) {
        var tone =
                switch (status) {
                    case QUEUED, SENDING -> Tone.SOON;
                    case SENT -> Tone.GOOD;
                    case CAPTURED -> Tone.HELD;
                    case FAILED, UNKNOWN -> Tone.LATE;
                    case WITHDRAWN -> Tone.ENDED;
                };
        return new StatusBadge(tone, reader.text("portalmessages.badge." + status.name()));
    }

    /** A message as a row of two lines that opens it. */
    public static ListRow row(Reader reader, MessageSummary message) {
        return new ListRow(message(message.id()), message.subject(), badge(reader, message.status()))
                .more(new Span(kind(reader, message.kind())), new Span("·"), new Span(message.recipientName()))
                .when(new DateText(reader.when(at(message))));
    }

    static Instant at(MessageSummary message) {
        return Optional.ofNullable(message.sentAt()).orElse(message.queuedAt());
    }
}
