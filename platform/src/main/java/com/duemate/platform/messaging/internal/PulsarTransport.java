package com.duemate.platform.messaging.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Lane;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pulsar.client.api.DeadLetterPolicy;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.apache.pulsar.client.api.SubscriptionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries parcels over Apache Pulsar: {@code send} completes when the broker has stored them. Keyed by tenant, so that one
 * tenant's flood does not occupy every consumer; on a scattered lane by tenant and event. What a receiver refuses goes to the retry topic and at last to the dead letters;
 * never {@code negativeAcknowledge}, whose count lives in memory.
 */
final class PulsarTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(PulsarTransport.class);
    private static final int MAX_REDELIVERIES = 10;
    private static final String ERROR = "error";

    private final String topic;
    private final Lane lane;
    private final int redeliveries;
    private final PulsarClient client;
    private final Producer<byte[]> producer;
    private final List<org.apache.pulsar.client.api.Consumer<byte[]>> consumers = new ArrayList<>();

    PulsarTransport(String url, String topic, Lane lane) {
        this(url, topic, lane, MAX_REDELIVERIES);
    }

    /** @param redeliveries after which a parcel is given up */
    PulsarTransport(String url, String topic, Lane lane, int redeliveries) {
        this.topic = topic;
        this.lane = lane;
        this.redeliveries = redeliveries;
        try {
            client = PulsarClient.builder()
                    .serviceUrl(url)
                    .operationTimeout(20, TimeUnit.SECONDS)
                    .listenerThreads(lane.sideBySide() + 1)
                    .build();
            producer = client.newProducer()
                    .topic(topic)
                    .blockIfQueueFull(true)
                    .batchingMaxPublishDelay(2, TimeUnit.MILLISECONDS)
                    .sendTimeout(20, TimeUnit.SECONDS)
                    .create();
        } catch (PulsarClientException e) {
            throw new IllegalStateException("Pulsar at " + url + " does not answer", e);
        }
    }

    @Override
    public CompletableFuture<Void> send(Parcel parcel) {
        var text = parcel.tenant() + " " + parcel.event() + " " + parcel.name();
        return producer.newMessage()
                .key(
                        lane.isScattered()
                                ? parcel.tenant() + "/" + parcel.event()
                                : parcel.tenant().toString())
                .value(text.getBytes(StandardCharsets.UTF_8))
                .sendAsync()
                .thenAccept(_ -> {});
    }

    @Override
    public void receive(Consumer<Parcel> receiver, BiConsumer<Parcel, String> givenUp) {
        try {
            for (int i = 0; i < lane.sideBySide(); i++) {
                consumers.add(client.newConsumer()
                        .topic(topic)
                        .subscriptionName("duemate-workers")
                        .subscriptionType(SubscriptionType.Key_Shared)
                        .receiverQueueSize(lane.inFlight())
                        .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
                        .enableRetry(true)
                        .deadLetterPolicy(DeadLetterPolicy.builder()
                                .maxRedeliverCount(redeliveries)
                                .deadLetterTopic(topic + "-dead")
                                .retryLetterTopic(topic + "-retry")
                                .initialSubscriptionName("duemate-dead")
                                .build())
                        .messageListener((consumer, message) -> take(consumer, message, receiver))
                        .subscribe());
            }
            consumers.add(client.newConsumer()
                    .topic(topic + "-dead")
                    .subscriptionName("duemate-dead")
                    .subscriptionType(SubscriptionType.Shared)
                    .messageListener((consumer, message) -> bury(consumer, message, givenUp))
                    .subscribe());
        } catch (PulsarClientException e) {
            throw new IllegalStateException("the subscription could not be opened", e);
        }
    }

    private static void take(
            org.apache.pulsar.client.api.Consumer<byte[]> consumer,
            Message<byte[]> message,
            Consumer<Parcel> receiver) {
        try {
            receiver.accept(read(message.getValue()));
            consumer.acknowledgeAsync(message);
        } catch (RuntimeException e) {
            LOG.warn("a parcel was not taken and comes again", e);
            later(consumer, message, HandlerFailed.told(e));
        }
    }

    /** What could not be written down comes again, however often: nothing is given up unheard. */
    private static void bury(
            org.apache.pulsar.client.api.Consumer<byte[]> consumer,
            Message<byte[]> message,
            BiConsumer<Parcel, String> givenUp) {
        try {
            givenUp.accept(read(message.getValue()), Objects.requireNonNullElse(message.getProperty(ERROR), "unknown"));
            consumer.acknowledgeAsync(message);
        } catch (RuntimeException e) {
            LOG.warn("a parcel that was given up could not be kept", e);
            consumer.negativeAcknowledge(message);
        }
    }

    private static void later(
            org.apache.pulsar.client.api.Consumer<byte[]> consumer, Message<byte[]> message, String error) {
        try {
            consumer.reconsumeLater(message, Map.of(ERROR, error), 1, TimeUnit.SECONDS);
        } catch (PulsarClientException e) {
            LOG.warn("the retry topic does not answer; the parcel comes again when this consumer is gone", e);
        }
    }

    private static Parcel read(byte[] bytes) {
        var parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 3);
        return new Parcel(TenantId.of(parts[0]), UUID.fromString(parts[1]), parts[2]);
    }

    @Override
    public void close() {
        try {
            for (var consumer : consumers) {
                consumer.close();
            }
            producer.close();
            client.close();
        } catch (PulsarClientException e) {
            LOG.debug("Pulsar was gone before us", e);
        }
    }
}
