package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.SendingGate;
import com.duemate.platform.notifications.Vetting;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is asked immediately before messages are handed over: which must wait, and which must not go at all. */
@Component
class LastWord {

    private static final String SUPPRESSED = "notifications.reason.suppressed";

    private final JdbcClient jdbc;
    private final ObjectProvider<SendingGate> gates;
    private final ObjectProvider<Vetting> vettings;

    LastWord(JdbcClient jdbc, ObjectProvider<SendingGate> gates, ObjectProvider<Vetting> vettings) {
        this.jdbc = jdbc;
        this.gates = gates;
        this.vettings = vettings;
    }

    /** Text keys that say why messages have to wait; one that has not is not in the answer. */
    Map<UUID, String> holds(Collection<Letter> letters) {
        record Kind(String kind, Instant queuedAt) {}
        var holds = new HashMap<UUID, String>();
        letters.stream()
                .collect(Collectors.groupingBy(letter -> new Kind(letter.kind(), letter.queuedAt())))
                .forEach((kind, all) -> gates.stream()
                        .flatMap(gate -> gate.shut(MessageKind.of(kind.kind), kind.queuedAt).stream())
                        .findFirst()
                        .ifPresent(reason -> all.forEach(letter -> holds.put(letter.id(), reason))));
        return holds;
    }

    /** Text keys that say why messages must never go; one that may is not in the answer. */
    Map<UUID, String> vetoes(Collection<Letter> letters) {
        var vetoes = new HashMap<UUID, String>();
        suppressed(letters).forEach(id -> vetoes.put(id, SUPPRESSED));
        letters.stream()
                .filter(letter -> !vetoes.containsKey(letter.id()))
                .collect(Collectors.groupingBy(Letter::kind))
                .forEach((kind, all) -> vettingOf(kind).ifPresent(vetting -> vetting.vetoes(waiting(all))
                        .forEach((id, reason) -> vetoes.put(id.value(), reason))));
        return vetoes;
    }

    private Set<UUID> suppressed(Collection<Letter> letters) {
        return Set.copyOf(jdbc.sql("""
                        select m.id from unnest(?::uuid[], ?::text[], ?::text[]) m (id, channel, address)
                        where exists (select from notifications.suppression s
                                      where s.channel = m.channel and s.address = m.address)""")
                .param(letters.stream().map(Letter::id).toArray(UUID[]::new))
                .param(letters.stream().map(letter -> letter.channel().name()).toArray(String[]::new))
                .param(letters.stream().map(Letter::address).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    private Optional<Vetting> vettingOf(String kind) {
        return vettings.stream().filter(vetting -> vetting.kind().equals(kind)).findFirst();
    }

    private static List<Vetting.Waiting> waiting(List<Letter> letters) {
        return letters.stream()
                .map(letter -> new Vetting.Waiting(new MessageId(letter.id()), letter.queuedAt(), letter.subjects()))
                .toList();
    }
}
