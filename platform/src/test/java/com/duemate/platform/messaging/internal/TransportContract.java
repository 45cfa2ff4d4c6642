package com.duemate.platform.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every transport must do; each one's test extends this. */
abstract class TransportContract {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Transport transport = none();

    /** A fresh transport whose parcels meet no other test's. */
    abstract Transport open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        transport = open();
    }

    @AfterEach
    void stop() {
        transport.close();
    }

    @Test
    void bringsEveryParcelAsItWasSent() {
        var sent = parcels(500);
        Set<Parcel> received = ConcurrentHashMap.newKeySet();
        transport.receive(received::add, (_, _) -> {});
        CompletableFuture.allOf(sent.stream().map(transport::send).toArray(CompletableFuture[]::new))
                .join();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received).containsExactlyInAnyOrderElementsOf(sent));
    }

    @Test
    void aParcelThatWasRefusedIsNotLost() {
        var parcel = parcels(1).getFirst();
        var tries = new AtomicInteger();
        Set<Parcel> received = ConcurrentHashMap.newKeySet();
        transport.receive(
                each -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new IllegalStateException("not now");
                    }
                    received.add(each);
                },
                (_, _) -> {});
        sendUntilTaken(parcel);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received).containsExactly(parcel));
        assertThat(tries.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void oneRefusedParcelDoesNotHoldUpTheOthers() {
        var bad = parcels(1).getFirst();
        var good = parcels(50);
        Set<Parcel> received = ConcurrentHashMap.newKeySet();
        transport.receive(
                each -> {
                    if (each.equals(bad)) {
                        throw new IllegalStateException("never");
                    }
                    received.add(each);
                },
                (_, _) -> {});
        transport.send(bad).exceptionally(_ -> null).join();
        good.forEach(parcel -> transport.send(parcel).join());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received).containsExactlyInAnyOrderElementsOf(good));
    }

    @Test
    void whatItKeepsAndGivesUpItTellsWithTheRoomThatDidNotTakeIt() {
        var bad = parcels(1).getFirst();
        var told = new ConcurrentHashMap<Parcel, String>();
        transport.receive(
                _ -> {
                    throw new HandlerFailed("a.room", new IllegalStateException("nobody may read this"));
                },
                told::put);
        boolean kept =
                transport.send(bad).handle((_, failure) -> failure == null).join();
        if (kept) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told)
                    .containsExactly(Map.entry(bad, "a.room java.lang.IllegalStateException")));
        } else {
            assertThat(told).isEmpty();
        }
    }

    /** As the relay does: what the transport did not keep is sent again. */
    private void sendUntilTaken(Parcel parcel) {
        for (int i = 0; i < 5; i++) {
            if (transport.send(parcel).handle((_, failure) -> failure == null).join()) {
                return;
            }
        }
    }

    private static List<Parcel> parcels(int count) {
        var tenants = List.of(new TenantId(Ids.next()), new TenantId(Ids.next()), new TenantId(Ids.next()));
        return IntStream.range(0, count)
                .mapToObj(i -> new Parcel(tenants.get(i % 3), Ids.next(), "invoicing.InvoicePaid.v1"))
                .toList();
    }

    private static Transport none() {
        return new InProcessTransport(Lane.EVENTS);
    }
}
