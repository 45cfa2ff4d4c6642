package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.ContactBudget;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.reminders.internal.Standing.Status;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Lives of customers made from a seed; {@link Rehearsal} holds every single weighing against the promises. */
class WeighingPropertiesTest {

    private static final List<DayRule> DAY_RULES = List.of(DayRule.values());
    private static final List<String> REGIONS = List.of("", "PT", "DE-BY", "JP", "US", "GB-SCT");

    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void keepsEveryPromiseThroughACustomersLife(@ForAll("seeds") long seed) {
        var random = new Random(seed);
        var life = newLife(random);
        var end = life.now.plus(Duration.ofDays(60));
        while (life.now.isBefore(end)) {
            happening(life, random);
            if (random.nextInt(5) == 0) {
                life.weigh();
            }
            if (random.nextInt(12) == 0) {
                life.now = life.now.plus(Duration.ofHours(random.nextInt(9 * 24)));
            }
            life.walk(Duration.ofMinutes(30 + random.nextInt(300)), life.now.plus(Duration.ofHours(24)));
            assertSameWhenAskedAgain(life, random);
        }
        liftEverything(life);
        life.walkFromStepToStep(life.now.plus(Duration.ofDays(150)));

        for (var invoice : life.invoices) {
            assertThat(invoice.waiting)
                    .as("forgotten steps of %s, %s, %s", invoice.number, life.waiting, life.now)
                    .isEmpty();
        }
        assertThat(life.waiting).isEmpty();
        assertThat(life.decided.values()).allMatch(decision -> decision.outcome() != Outcome.POSTPONED);
        assertThat(life.decided.values().stream()
                        .filter(decision ->
                                decision.outcome() == Outcome.SENT || decision.outcome() == Outcome.HANDED_OVER)
                        .count())
                .isEqualTo(life.sent.size());
        assertThat(new HashSet<>(life.sent.stream()
                        .map(letter -> letter.reminder().level())
                        .toList()))
                .hasSize(life.sent.size());
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static Rehearsal newLife(Random random) {
        var zone = any(random, ZONES);
        var start = LocalDateTime.of(1995 + random.nextInt(40), 1 + random.nextInt(12), 1, 0, 0);
        var life =
                new Rehearsal(zone, start.plusMinutes(random.nextInt(24 * 60)).toString());
        if (random.nextBoolean()) {
            int opens = random.nextInt(20);
            int closes = opens + 1 + random.nextInt(23 - opens);
            int preferred = opens + random.nextInt(closes - opens);
            life.hours = new SendHours(
                    LocalTime.of(opens, 0),
                    LocalTime.of(closes, 0),
                    LocalTime.of(preferred, 30),
                    random.nextBoolean() ? SendHours.WEEKEND : Set.of(),
                    new Holidays(REGIONS.get(random.nextInt(REGIONS.size()))));
            life.budget = new ContactBudget(1 + random.nextInt(2), 2 + random.nextInt(6));
        }
        if (random.nextBoolean()) {
            var debtor = life.debtor;
            life.debtor = new Debtor(
                    debtor.zone(), debtor.reachable(), debtor.suppressed(), null, AdvicePropertiesTest.advice(random));
        }
        for (int i = 0; i <= random.nextInt(6); i++) {
            addInvoice(life, random);
        }
        return life;
    }

    private static void addInvoice(Rehearsal life, Random random) {
        var policy = random.nextBoolean() ? SampleInvoice.STANDARD : policy(random);
        var due = life.today().plusDays(random.nextInt(60) - 25);
        var invoice = life.add(SampleInvoice.dueOn("R-" + (100 + life.invoices.size()), due, policy));
        invoice.open = Money.of(1 + random.nextInt(2_000), random.nextInt(4) == 0 ? "USD" : "EUR");
    }

    private static PolicyVersion policy(Random random) {
        int fromDue = -20 - random.nextInt(10);
        int fromIssue = random.nextInt(10);
        var steps = new ArrayList<Step>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            int days = 1 + random.nextInt(15);
            var timing =
                    switch (random.nextInt(i == 0 ? 4 : 6)) {
                        case 3 -> new Timing(Anchor.ISSUED, fromIssue += days, any(random, DAY_RULES));
                        case 4 -> new Timing(Anchor.LAST_CONTACT, days, any(random, DAY_RULES));
                        default -> new Timing(Anchor.DUE, fromDue += days, any(random, DAY_RULES));
                    };
            var channels = new ArrayList<>(List.of(StepChannel.values()));
            Collections.shuffle(channels, random);
            steps.add(new Step(
                    i + 1,
                    timing,
                    channels.subList(0, 1 + random.nextInt(channels.size())),
                    "reminder.any",
                    any(random, List.of(Tone.values())),
                    any(random, List.of(CatchUp.values())),
                    random.nextInt(5) == 0));
        }
        var minimums = random.nextInt(3) == 0 ? List.of(Money.of(700, "EUR"), Money.of(900, "USD")) : List.<Money>of();
        return new PolicyVersion(
                new PolicyId(new UUID(0, 2)),
                1,
                "Any",
                steps,
                minimums,
                any(random, List.of(Grouping.values())),
                new EscalatedSender("Maria Soto", "maria@example.com"));
    }

    private static void happening(Rehearsal life, Random random) {
        var invoice = any(random, life.invoices);
        switch (random.nextInt(16)) {
            case 0 -> invoice.status = any(random, List.of(Status.PAID, Status.VOID, Status.WRITTEN_OFF));
            case 1 -> invoice.disputed = !invoice.disputed;
            case 2 -> invoice.promisedUntil = life.today().plusDays(random.nextInt(15));
            case 3 -> invoice.inFlight = !invoice.inFlight;
            case 4 -> invoice.onPlan = !invoice.onPlan;
            case 5 -> invoice.covered = !invoice.covered;
            case 6 -> invoice.hold = random.nextBoolean() ? new Hold(null) : new Hold(life.today());
            case 7 -> life.debtor = debtor(life, random);
            case 8 -> life.tenant = new TenantState(random.nextBoolean(), random.nextInt(4) == 0, Locale.ENGLISH);
            case 9 -> addInvoice(life, random);
            default -> {
                invoice.disputed = false;
                invoice.hold = null;
            }
        }
    }

    private static Debtor debtor(Rehearsal life, Random random) {
        var reachable = new HashSet<StepChannel>();
        var suppressed = new HashSet<StepChannel>();
        for (var channel : StepChannel.values()) {
            if (random.nextInt(3) > 0) {
                reachable.add(channel);
            }
            if (random.nextInt(5) == 0) {
                suppressed.add(channel);
            }
        }
        var hold = random.nextInt(4) == 0 ? new Hold(life.today().plusDays(random.nextInt(9))) : null;
        return new Debtor(life.debtor.zone(), reachable, suppressed, hold, life.debtor.advice());
    }

    private static void liftEverything(Rehearsal life) {
        life.tenant = TenantState.LIVE;
        life.debtor =
                new Debtor(life.debtor.zone(), Set.of(StepChannel.values()), Set.of(), null, life.debtor.advice());
        for (var invoice : life.invoices) {
            invoice.disputed = false;
            invoice.inFlight = false;
            invoice.onPlan = false;
            invoice.covered = false;
            invoice.hold = null;
        }
    }

    private static void assertSameWhenAskedAgain(Rehearsal life, Random random) {
        var situation = life.situation();
        var items = new ArrayList<>(situation.items());
        Collections.shuffle(items, random);
        var shuffled = new Situation(
                situation.now(),
                situation.tenant(),
                situation.hours(),
                situation.budget(),
                situation.debtor(),
                items,
                situation.contacts());
        var one = Weighing.weigh(situation);
        var other = Weighing.weigh(shuffled);
        assertThat(other.reminder()).isEqualTo(one.reminder());
        assertThat(new HashSet<>(other.decisions())).isEqualTo(new HashSet<>(one.decisions()));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
