package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Lane;
import com.duemate.platform.testkit.TestPulsar;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PulsarTransportTest extends TransportContract {

    @BeforeAll
    static void startBroker() throws Exception {
        TestPulsar.start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        TestPulsar.stop();
    }

    @Override
    Transport open() {
        return new PulsarTransport(
                TestPulsar.url(), "persistent://public/default/contract-" + UUID.randomUUID(), Lane.EVENTS, 3);
    }
}
