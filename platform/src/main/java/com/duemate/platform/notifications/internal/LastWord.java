package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.SendingGate;
import com.duemate.platform.notifications.Vetting;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is asked immediately before a message is handed over: whether it must wait, and whether it may go at all. */
@Component
class LastWord {

    private final JdbcClient jdbc;
    private final ObjectProvider<SendingGate> gates;
    private final ObjectProvider<Vetting> vettings;

    LastWord(JdbcClient jdbc, ObjectProvider<SendingGate> gates, ObjectProvider<Vetting> vettings) {
        this.jdbc = jdbc;
        this.gates = gates;
        this.vettings = vettings;
    }

    /** A text key that says why it has to wait; empty when it has not. */
    Optional<String> hold(Letter letter) {
        return gates.stream()
                .flatMap(gate -> gate.shut(MessageKind.of(letter.kind()), letter.queuedAt()).stream())
                .findFirst();
    }

    /** A text key that says why it must never go; empty when it may. */
    Optional<String> veto(Letter letter) {
        return isSuppressed(letter) ? Optional.of("notifications.reason.suppressed") : vetoOfItsRoom(letter);
    }

    private boolean isSuppressed(Letter letter) {
        return jdbc.sql("select exists (select from notifications.suppression where channel = ? and address = ?)")
                .params(letter.channel().name(), letter.address())
                .query(Boolean.class)
                .single();
    }

    private Optional<String> vetoOfItsRoom(Letter letter) {
        return vettings.stream()
                .filter(vetting -> vetting.kind().equals(letter.kind()))
                .findFirst()
                .flatMap(vetting -> vetting.veto(new MessageId(letter.id()), letter.queuedAt(), letter.subjects()));
    }
}
