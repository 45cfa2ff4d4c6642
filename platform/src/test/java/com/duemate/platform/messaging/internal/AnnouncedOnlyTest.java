package com.duemate.platform.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import org.junit.jupiter.api.Test;

/** Whoever reacts to an event that does not travel would wait for ever, and nobody would notice. */
class AnnouncedOnlyTest {

    @Test
    void nothingMayReactToWhatIsOnlyAnnounced() {
        assertThat(SqlOutbox.travelling(Travels.class)).isEqualTo("test.Travels.v1");
        assertThatIllegalStateException()
                .isThrownBy(() -> SqlOutbox.travelling(Announced.class))
                .withMessageContaining("Announced is announced only");
    }

    @EventName("test.Travels.v1")
    private record Travels() implements DomainEvent {}

    @EventName(value = "test.Announced.v1", announcedOnly = true)
    private record Announced() implements DomainEvent {}
}
