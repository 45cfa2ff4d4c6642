package com.duemate.platform.notifications.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.Errand;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.notifications.Channel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts what a transaction queued onto the lane of its channel, a few messages to a parcel, and hands over what comes off it. A
 * message nobody has taken from there in time is claimed by {@link Delivery}.
 */
@Component
class DeliveryLanes {

    static final int TOGETHER = 20;

    private final Outbox outbox;

    DeliveryLanes(Outbox outbox) {
        this.outbox = outbox;
    }

    @Bean
    static Errand<EmailsQueued> sendEmails(Handover handover) {
        return new Sending<>(EmailsQueued.class, "notifications.sendEmails", EmailsQueued::messages, handover);
    }

    @Bean
    static Errand<TextsQueued> sendTexts(Handover handover) {
        return new Sending<>(TextsQueued.class, "notifications.sendTexts", TextsQueued::messages, handover);
    }

    /** In the caller's transaction, for a message it has just written; nothing travels unless it commits. */
    void add(Channel channel, UUID message) {
        var all = (Gathering) TransactionSynchronizationManager.getResource(this);
        if (all == null) {
            all = new Gathering();
            TransactionSynchronizationManager.bindResource(this, all);
            TransactionSynchronizationManager.registerSynchronization(all);
        }
        all.queued.computeIfAbsent(channel, _ -> new ArrayList<>()).add(message);
    }

    private final class Gathering implements TransactionSynchronization {

        private final Map<Channel, List<UUID>> queued = new EnumMap<>(Channel.class);

        @Override
        public void beforeCommit(boolean readOnly) {
            var parcels = new ArrayList<DomainEvent>();
            queued.forEach((channel, messages) -> {
                for (int from = 0; from < messages.size(); from += TOGETHER) {
                    var some = List.copyOf(messages.subList(from, Math.min(messages.size(), from + TOGETHER)));
                    parcels.add(
                            switch (channel) {
                                case EMAIL -> new EmailsQueued(some);
                                case SMS -> new TextsQueued(some);
                            });
                }
            });
            outbox.publishAll(parcels);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(DeliveryLanes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(DeliveryLanes.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(DeliveryLanes.this);
        }
    }

    private record Sending<E extends DomainEvent>(
            Class<E> event, String name, Function<E, List<UUID>> messages, Handover handover) implements Errand<E> {

        @Override
        public void run(E queued) {
            handover.deliver(messages.apply(queued));
        }
    }
}
