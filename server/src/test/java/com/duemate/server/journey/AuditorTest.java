package com.duemate.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.server.journey.Auditor.Asked;
import com.duemate.server.journey.Auditor.Decision;
import com.duemate.server.journey.Auditor.Entry;
import com.duemate.server.journey.Auditor.Imported;
import com.duemate.server.journey.Auditor.Made;
import com.duemate.server.journey.Auditor.Message;
import com.duemate.server.journey.Auditor.Payment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An auditor that cannot fail proves nothing: every rule is broken once. */
class AuditorTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Made ONE = new Made("id-1", "mark-1", "1001");
    private static final Message REMINDER = message("m-1", "reminder", MONDAY, "CAPTURED");
    private static final Decision SENT = new Decision("i-1", 1, 0, "c-1", "SENT", "m-1");
    private static final Payment PAID = new Payment("p-1", "RECEIVED", "R-000001", List.of("i-1"));
    private static final Message RECEIPT = message("m-2", "receipt", MONDAY, "CAPTURED");

    @Test
    void findsCreatesThatAreLostDoubledOrOthers() {
        var asked = List.of(new Asked("mark-1", "id-1"), new Asked("mark-2", null));
        assertThat(Auditor.creates(asked, List.of(ONE))).isEmpty();
        assertThat(Auditor.creates(asked, List.of(ONE, new Made("id-2", "mark-2", "1002"))))
                .isEmpty();
        assertThat(Auditor.creates(asked, List.of())).hasSize(1);
        assertThat(Auditor.creates(asked, List.of(new Made("id-9", "mark-1", "1001"))))
                .hasSize(1);
        assertThat(Auditor.creates(
                        asked, List.of(ONE, new Made("id-2", "mark-2", "1002"), new Made("id-3", "mark-2", "1003"))))
                .hasSize(1);
        assertThat(Auditor.creates(asked, List.of(ONE, new Made("id-2", "mark-2", "1001"))))
                .hasSize(1);
    }

    @Test
    void findsRemindersThatAreDoubledUndecidedLostOrLeft() {
        assertThat(Auditor.reminders(List.of(REMINDER), List.of(SENT), LISBON)).isEmpty();
        var sameDay = message("m-3", "reminder", MONDAY.plusSeconds(60), "CAPTURED");
        var itsStep = new Decision("i-1", 1, 1, "c-1", "SENT", "m-3");
        assertThat(Auditor.reminders(List.of(REMINDER, sameDay), List.of(SENT, itsStep), LISBON))
                .hasSize(1);
        var withdrawn = message("m-3", "reminder", MONDAY.plusSeconds(60), "WITHDRAWN");
        assertThat(Auditor.reminders(List.of(REMINDER, withdrawn), List.of(SENT, itsStep), LISBON))
                .isEmpty();
        var nextDay = message("m-3", "reminder", MONDAY.plusSeconds(86_400), "CAPTURED");
        assertThat(Auditor.reminders(List.of(REMINDER, nextDay), List.of(SENT, itsStep), LISBON))
                .isEmpty();
        assertThat(Auditor.reminders(List.of(REMINDER, nextDay), List.of(SENT), LISBON))
                .hasSize(1);
        assertThat(Auditor.reminders(List.of(), List.of(SENT), LISBON)).hasSize(1);
        assertThat(Auditor.reminders(List.of(REMINDER), List.of(SENT, SENT), LISBON))
                .hasSize(1);
        assertThat(Auditor.reminders(List.of(message("m-1", "reminder", MONDAY, "UNKNOWN")), List.of(SENT), LISBON))
                .hasSize(1);
        assertThat(Auditor.reminders(List.of(message("m-1", "reminder", MONDAY, "QUEUED")), List.of(SENT), LISBON))
                .hasSize(1);
        var stopped = message("m-1", "reminder", MONDAY, "QUEUED", "notifications.reason.stopped");
        assertThat(Auditor.reminders(List.of(stopped), List.of(SENT), LISBON)).isEmpty();
        var failing = message("m-1", "reminder", MONDAY, "QUEUED", "notifications.reason.unreachable");
        assertThat(Auditor.reminders(List.of(failing), List.of(SENT), LISBON)).hasSize(1);
    }

    @Test
    void findsPaymentsThatAreLostOrDoubledAndReceiptsToo() {
        var paid = List.of("i-1");
        assertThat(Auditor.payments(paid, List.of(PAID), List.of(RECEIPT))).isEmpty();
        assertThat(Auditor.payments(paid, List.of(), List.of(RECEIPT))).hasSize(1);
        assertThat(Auditor.payments(paid, List.of(PAID), List.of())).hasSize(1);
        assertThat(Auditor.payments(paid, List.of(PAID), List.of(RECEIPT, RECEIPT)))
                .hasSize(1);
        var again = new Payment("p-2", "RECEIVED", "R-000001", List.of("i-1"));
        assertThat(Auditor.payments(paid, List.of(PAID, again), List.of(RECEIPT)))
                .hasSize(3);
        var hanging = new Payment("p-3", "IN_FLIGHT", null, List.of("i-2"));
        assertThat(Auditor.payments(paid, List.of(PAID, hanging), List.of(RECEIPT)))
                .hasSize(1);
    }

    @Test
    void findsImportsThatAreHalfThereOrCountedWrong() {
        var numbers = Map.of("a.csv", List.of("A-1", "A-2"));
        var made = List.of(new Made("1", "", "A-1"), new Made("2", "", "A-2"));
        var whole = new Imported("a.csv", "COMMITTED", 2, 2, 0);
        assertThat(Auditor.imports(numbers, List.of(whole), made)).isEmpty();
        assertThat(Auditor.imports(numbers, List.of(whole), made.subList(0, 1))).hasSize(1);
        assertThat(Auditor.imports(numbers, List.of(new Imported("a.csv", "COMMITTING", 2, 2, 0)), made))
                .hasSize(1);
        assertThat(Auditor.imports(numbers, List.of(new Imported("a.csv", "COMMITTED", 2, 3, 0)), made))
                .hasSize(1);
    }

    @Test
    void findsATrailThatWasCutOrChanged() {
        var trail = trail();
        var head = trail.getLast().hash();
        assertThat(Auditor.chain(trail, head)).isEmpty();
        assertThat(Auditor.chain(trail.subList(0, 2), head)).hasSize(1);
        assertThat(Auditor.chain(List.of(trail.get(0), trail.get(2)), head)).isNotEmpty();
        var changed = new ArrayList<>(trail);
        var second = trail.get(1);
        changed.set(
                1,
                new Entry(
                        2,
                        second.action(),
                        "somebody else",
                        "user",
                        "{}",
                        MONDAY,
                        MONDAY,
                        second.previous(),
                        second.hash()));
        assertThat(Auditor.chain(changed, head)).hasSize(1);
    }

    private static List<Entry> trail() {
        var entries = new ArrayList<Entry>();
        var previous = new byte[32];
        for (int n = 1; n <= 3; n++) {
            var entry = new Entry(n, "invoicing.issue", "s-" + n, "user", "{}", MONDAY, MONDAY, previous, new byte[0]);
            previous = Auditor.hash(entry);
            entries.add(new Entry(
                    n, "invoicing.issue", "s-" + n, "user", "{}", MONDAY, MONDAY, entry.previous(), previous));
        }
        return entries;
    }

    private static Message message(String id, String kind, Instant at, String status) {
        return message(id, kind, at, status, "");
    }

    private static Message message(String id, String kind, Instant at, String status, String reason) {
        return new Message(id, kind, "c-1", at, status, reason, List.of("i-1", "p-1"));
    }
}
