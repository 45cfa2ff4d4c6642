package com.duemate.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.crash.Choice.Death;
import com.duemate.platform.testkit.MailSink.Received;
import com.duemate.platform.testkit.ReminderAudit;
import com.duemate.platform.testkit.ReminderAudit.Listed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One reminder's way, from the step that is due to the record of what became of it, and at each point of it a worker that dies. The
 * next one finds what is there; in the end the mail server is asked.
 */
class CrashEverywhereTest {

    private static final boolean EVERYWHERE = Boolean.getBoolean("duemate.nightly");
    private static final int OTHERS = Integer.getInteger("duemate.crash.others", 6);
    private static final int TURN = Integer.getInteger("duemate.crash.turn", 0);
    private static final String NIGHT = "clock 2026-03-03T03:00:00Z";
    private static final String MORNING = "clock 2026-03-03T10:00:00Z";

    private static @Nullable Ground ground;
    private static @Nullable Fleet fleet;
    private static String tenant = "";
    private static List<Points.Point> points = List.of();

    private final Map<String, String> dueBy = new HashMap<>();
    private final Map<String, String> statusAtDeath = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void countTheSteps() throws Exception {
        var directory = Path.of("target/crash").toAbsolutePath();
        ground = new Ground(directory, Duration.ZERO);
        fleet = new Fleet(directory, there().postgres(), there().sink().port());
        try (var office = workers().office()) {
            tenant = office.ask("found");
        }
        workers().train(child -> {
            anInvoiceIsLate(child);
            points = child.count();
            anInvoiceIsLate(child);
            assertThat(child.count()).hasSizeGreaterThan(50);
        });
    }

    @AfterAll
    static void stop() throws Exception {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    void aReminderIsNeitherLostNorSentTwiceWhereverItsWorkerDies() throws Exception {
        var deaths = EVERYWHERE ? Choice.all(points) : Choice.some(points, OTHERS, TURN);
        var began = System.nanoTime();
        int died = dieAt(deaths, Sabotage.NONE);
        System.out.printf(
                "%d points of a reminder's way, %d deaths to die there; died %d of the %d chosen in %.0f s; %s; in doubt: %d%n",
                points.size(),
                Choice.all(points).size(),
                died,
                deaths.size(),
                (System.nanoTime() - began) / 1e9,
                faults.isEmpty() ? "nothing lost, nothing twice" : faults.size() + " faults",
                ReminderAudit.inDoubt(mine(there().listed())).size());
        assertThat(faults).isEmpty();
        assertThat(died).as("nearly all came by where they were to die").isGreaterThanOrEqualTo(deaths.size() * 9 / 10);
        assertThat(there().leftOvers()).isEmpty();
        assertThat(ReminderAudit.inDoubt(mine(there().listed())))
                .as("some were cut off in the middle")
                .isNotEmpty();
    }

    @Test
    void theAuditSeesARecordThatWasWrittenTooEarly() throws Exception {
        dieAt(List.of(new Death(point("mail DATA"), true)), Sabotage.RECORDS_BEFORE_IT_SENDS);
        assertThat(faults).anyMatch(fault -> fault.contains("was never received"));
    }

    @Test
    void theAuditSeesWhatIsSentAgainBlindly() throws Exception {
        dieAt(List.of(new Death(point("mail the final dot"), false)), Sabotage.SENDS_THE_UNKNOWN_AGAIN);
        assertThat(faults).anyMatch(fault -> fault.contains("got 2 messages"));
    }

    /**
     * Each worker clears up after the one before it, and dies of the next death. Where it does not come by there, since it had sent
     * before or asked once less, one that has done nothing yet tries again.
     *
     * @return how many died where they were to
     */
    private int dieAt(List<Death> deaths, Sabotage sabotage) throws Exception {
        int died = 0;
        there().postgres().letLeasesRunOut();
        try (var standbys = new Standbys(() -> workers().worker("worker", sabotage))) {
            String last = null;
            for (int i = 0; i < deaths.size(); i++) {
                var death = deaths.get(i);
                boolean there;
                try (var worker = standbys.next()) {
                    clearUp(worker, last);
                    there = dies(worker, death);
                }
                if (!there) {
                    there().postgres().letLeasesRunOut();
                    try (var worker = standbys.next()) {
                        there = dies(worker, death);
                    }
                }
                there().postgres().letLeasesRunOut();
                died += there ? 1 : 0;
                last = there ? death.toString() : death + " (nobody came by)";
                if (i % 10 == 9) {
                    System.out.printf("%d of %d: died %d, %d faults%n", i + 1, deaths.size(), died, faults.size());
                }
            }
            try (var worker = standbys.next()) {
                clearUp(worker, last);
            }
        }
        return died;
    }

    private boolean dies(Child worker, Death death) throws Exception {
        var address = anInvoiceIsLate(worker);
        dueBy.put(address, death.toString());
        boolean there = worker.die(death.point(), death.before());
        statusAtDeath.put(address, status(address));
        return there;
    }

    private void clearUp(Child worker, @Nullable String death) throws Exception {
        if (death != null) {
            worker.ask(MORNING);
            worker.ask("quiet");
            var found = ReminderAudit.faults(dueBy.keySet(), received(), mine(there().listed()), address -> "SENDING"
                    .equals(statusAtDeath.get(address)));
            found.stream().filter(fault -> !faults.contains(fault)).forEach(fault -> {
                System.out.println(death + ": " + fault);
                faults.add(fault);
            });
        }
    }

    private static String anInvoiceIsLate(Child worker) {
        worker.ask(NIGHT);
        var address = worker.ask("invoices " + tenant + " 1");
        worker.ask("quiet");
        worker.ask(MORNING);
        return address;
    }

    private String status(String address) throws Exception {
        return there().listed().stream()
                .filter(each -> each.address().equals(address))
                .map(Listed::status)
                .findFirst()
                .orElse("none");
    }

    private List<Listed> mine(List<Listed> listed) {
        return listed.stream().filter(each -> dueBy.containsKey(each.address())).toList();
    }

    private List<Received> received() {
        return there().sink().received().stream()
                .filter(each -> dueBy.containsKey(each.recipient()))
                .toList();
    }

    private static Points.Point point(String name) {
        return points.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Ground there() {
        return Objects.requireNonNull(ground);
    }

    private static Fleet workers() {
        return Objects.requireNonNull(fleet);
    }
}
