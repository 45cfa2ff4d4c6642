package com.duemate.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.pdf.PaperCheck;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.reminders.Letters.Outcome;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.Tasks.Task;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.testkit.LockOrder;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Steps on paper: from the task to the letter that was posted. */
@PlatformTest
class LettersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PostalAddress BERLIN = new PostalAddress("Uferstraße 5\nHinterhaus", "10115", "Berlin", "DE");

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    Engines engines;

    @Autowired
    Policies policies;

    @Autowired
    Plans plans;

    @Autowired
    Tasks tasks;

    @Autowired
    Letters letters;

    @Autowired
    Customers customers;

    @Autowired
    Payments payments;

    @Autowired
    JdbcClient jdbc;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));

    @BeforeEach
    void aTenantWhoWritesLetters() {
        clock.set(SettableClock.START);
        tenant = world.aTenant();
        customer = aCustomer("Bäckerei Müller", BERLIN);
        var letter = new DraftStep(0, StepChannel.LETTER, "reminder.due", Tone.FIRM);
        world.in(tenant, () -> {
            var made = (Policies.Outcome.Done) policies.create(new Draft("On paper", List.of(letter), List.of()));
            return policies.makeDefault(made.id());
        });
    }

    @AfterEach
    void backToTheStart() {
        clock.set(SettableClock.START);
    }

    @Test
    void isPrintedOnceForWhatItSaysAndAsksInTheCustomersLanguage() throws IOException {
        world.anInvoice(tenant, customer, 20_000, TODAY);
        walk();
        var task = onlyTask();
        assertThat(task.channel()).isEqualTo(StepChannel.LETTER);
        assertThat(task.address()).isEqualTo(BERLIN);
        assertThat(task.printedAt()).isNull();

        var pdf = printed(task.id());
        var words = String.join("\n", PaperCheck.pages(pdf));
        assertThat(words)
                .contains("Bäckerei Müller", "Uferstraße 5", "Hinterhaus", "10115 Berlin", "GERMANY")
                .contains("ist heute fällig", "Zu zahlen", "200,00", ".localhost:8080/p/");
        assertThat(PaperCheck.faults(pdf)).isEmpty();
        assertThat(printed(task.id())).isEqualTo(pdf);
        assertThat(onlyTask().printedAt()).isEqualTo(clock.now());
    }

    @Test
    void saysWhatIsStillOwedUntilItIsPostedAndStaysAsItWasFromThen() throws IOException {
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY);
        walk();
        var task = onlyTask().id();
        var first = printed(task);
        pay(customer, invoice, 5_000);
        var second = printed(task);
        assertThat(String.join("\n", PaperCheck.pages(second)))
                .contains("150,00")
                .doesNotContain("200,00");
        assertThat(second).isNotEqualTo(first);

        world.in(tenant, () -> tasks.done(task, ""));
        pay(customer, invoice, 15_000);
        clock.advance(Duration.ofDays(3));
        assertThat(printed(task)).isEqualTo(second);
        var end = world.in(tenant, () -> tasks.find(task)).orElseThrow().end();
        assertThat(end).isNotNull();
        var said = world.in(tenant, () -> plans.of(invoice))
                .orElseThrow()
                .steps()
                .getFirst()
                .said();
        assertThat(said)
                .startsWith("A letter to print and post was given to your team as step 1."
                        + " Printed and posted on 2 Mar 2026, 11:00");
        assertThat(world.in(tenant, () -> plans.trace(customer, 10, null))
                        .items()
                        .getFirst()
                        .said())
                .isEqualTo(said);
    }

    @Test
    void refusesWhatHasNoAddressIsNoLetterOrNothingToAskFor() {
        var nowhere = aCustomer("Nowhere", null);
        var invoice = world.anInvoice(tenant, nowhere, 20_000, TODAY);
        walk();
        var task = onlyTask();
        assertThat(task.address()).isNull();
        assertThat(print(task.id())).isEqualTo(new Outcome.Refused("reminders.letter.refused.noAddress"));

        world.in(tenant, () -> tasks.done(task.id(), ""));
        assertThat(print(task.id())).isEqualTo(new Outcome.Refused("reminders.letter.refused.neverPrinted"));
        world.in(tenant, () -> tasks.reopen(task.id()));
        world.in(
                tenant,
                () -> customers.update(nowhere, new DraftCustomer("N-1", "Nowhere", null, null, null, null, BERLIN)));
        assertThat(print(task.id())).isInstanceOf(Outcome.Printed.class);
        pay(nowhere, invoice, 20_000);
        assertThat(print(task.id())).isEqualTo(new Outcome.Refused("reminders.letter.refused.rests"));
        assertThat(print(new TaskId(new UUID(1, 1)))).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void allThatWaitComeInOneFileTheOldestFirst() throws IOException {
        world.anInvoice(tenant, customer, 20_000, TODAY);
        world.anInvoice(tenant, aCustomer("Nowhere", null), 20_000, TODAY);
        walk();
        clock.advance(Duration.ofMinutes(1));
        world.anInvoice(tenant, aCustomer("Second GmbH", BERLIN), 30_000, TODAY);
        walk();

        var bundle = world.in(tenant, letters::printWaiting).orElseThrow();
        assertThat(bundle.letters()).isEqualTo(2);
        assertThat(bundle.others()).isEqualTo(1);
        var pages = PaperCheck.pages(bundle.pdf());
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).contains("Bäckerei Müller");
        assertThat(pages.getLast()).contains("Second GmbH");
        assertThat(world.in(world.aTenant(), letters::printWaiting)).isEmpty();
    }

    @Test
    void locksInvoicesInTheOrderInWhichEverybodyDoes() {
        var later = world.anInvoice(tenant, customer, 20_000, TODAY);
        world.untilQuiet();
        var earlier = world.anInvoice(tenant, customer, 20_000, TODAY.minusDays(1));
        walk();
        var task = onlyTask();
        assertThat(task.invoices()).extracting(Tasks.Owed::id).containsExactly(earlier, later);
        LockOrder.check(world, jdbc, tenant, List.of(later, earlier), () -> printed(task.id()));
    }

    @Test
    void nobodyElseGetsThem() {
        world.anInvoice(tenant, customer, 20_000, TODAY);
        walk();
        var task = onlyTask().id();

        assertThat(world.in(world.aTenant(), () -> letters.print(task))).isEqualTo(new Outcome.Unknown());
        assertThatThrownBy(() -> Scopes.call(new Scope.Tenant(tenant), () -> letters.print(task)))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
        assertThat(onlyTask().printedAt()).isNull();
    }

    @Test
    void halfAnAddressIsRefusedWithTheFieldThatIsMissing() {
        assertThat(made("Half", new PostalAddress("", "10115", "", null)))
                .isEqualTo(new Customers.Outcome.Refused("address.street", "customers.refused.streetMissing"));
        assertThat(made("Half", new PostalAddress("Uferstraße 5", "10115", " ", null)))
                .isEqualTo(new Customers.Outcome.Refused("address.city", "customers.refused.cityMissing"));
        assertThat(made("Half", new PostalAddress("1\n2\n3\n4", null, "Berlin", null)))
                .isEqualTo(new Customers.Outcome.Refused("address.street", "customers.refused.streetRows"));
        assertThat(made("Half", new PostalAddress("Uferstraße 5", null, "Berlin", "Germany")))
                .isEqualTo(new Customers.Outcome.Refused("address.country", "customers.refused.country"));
        assertThat(made("None", new PostalAddress(" ", "", "", ""))).isInstanceOf(Customers.Outcome.Done.class);
    }

    @Test
    void writesTheCodeWhereThePostWantsIt() {
        assertThat(BERLIN.rows("DE", Locale.ENGLISH)).containsExactly("Uferstraße 5", "Hinterhaus", "10115 Berlin");
        assertThat(new PostalAddress("1 Main St", "62701", "Springfield IL", "US").rows("DE", Locale.GERMAN))
                .containsExactly("1 Main St", "Springfield IL 62701", "VEREINIGTE STAATEN");
        assertThat(new PostalAddress("12 Quay St", "BS1 4XY", "Bristol", null).rows("GB", Locale.UK))
                .containsExactly("12 Quay St", "Bristol", "BS1 4XY");
    }

    private CustomerId aCustomer(String name, @Nullable PostalAddress address) {
        return ((Customers.Outcome.Done) made(name, address)).id();
    }

    private Customers.Outcome made(String name, @Nullable PostalAddress address) {
        return world.in(tenant, () -> customers.create(new DraftCustomer(null, name, null, null, "de", null, address)));
    }

    private void pay(CustomerId whose, InvoiceId invoice, long cents) {
        world.in(
                tenant,
                () -> payments.record(new Payments.ManualPayment(
                        UUID.randomUUID().toString(),
                        whose,
                        Money.of(cents, "EUR"),
                        List.of(invoice),
                        clock.now(),
                        "bank")));
        engines.wake();
        world.untilQuiet();
    }

    private Task onlyTask() {
        var open = world.in(tenant, () -> tasks.open(10, null)).items();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private Outcome print(TaskId task) {
        return world.in(tenant, () -> letters.print(task));
    }

    private byte[] printed(TaskId task) {
        return ((Outcome.Printed) print(task)).pdf();
    }

    private void walk() {
        engines.wake();
        world.untilQuiet();
        clock.advance(Duration.ofHours(2));
        engines.wake();
        world.untilQuiet();
    }
}
