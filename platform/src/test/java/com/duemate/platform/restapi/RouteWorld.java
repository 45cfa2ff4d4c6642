package com.duemate.platform.restapi;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tasks;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.reminders.tasks.TaskBook;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the things that routes are about. */
@Component
class RouteWorld {

    static final String TABLE =
            "Customer;E-mail;Invoice number;Issued on;Due on;Amount\nAcme;a@acme.example;A-1;2026-02-01;2026-04-01;12.50\n";

    static final String POLICY =
            "{\"name\":\"Call\",\"steps\":[{\"days\":3,\"channels\":[\"TASK\"],\"tone\":\"FIRM\"}]}";

    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);

    private final World world;
    private final Invoices invoices;
    private final Messages messages;
    private final Imports imports;
    private final Policies policies;
    private final Customers customers;
    private final TaskBook book;
    private final Tasks tasks;

    RouteWorld(
            World world,
            Invoices invoices,
            Messages messages,
            Imports imports,
            Policies policies,
            Customers customers,
            TaskBook book,
            Tasks tasks) {
        this.world = world;
        this.invoices = invoices;
        this.messages = messages;
        this.imports = imports;
        this.policies = policies;
        this.customers = customers;
        this.book = book;
        this.tasks = tasks;
    }

    String a(RouteRow.Kind kind, TenantId owner) {
        return switch (kind) {
            case NOTHING -> "";
            case CUSTOMER -> world.aCustomer(owner).toString();
            case INVOICE ->
                world.anInvoice(owner, world.aCustomer(owner), 1_000, DUE).toString();
            case DRAFT -> draft(owner);
            case MESSAGE -> message(owner);
            case IMPORT -> staged(owner).toString();
            case COMMITTED_IMPORT -> committed(owner).toString();
            case POLICY -> policy(owner).toString();
            case TASK -> letter(owner).toString();
            case DONE_TASK -> done(owner).toString();
        };
    }

    /** The number of an invoice of the owner's, which nobody else may see. */
    String number(TenantId owner) {
        var number = "only-" + owner;
        world.in(
                owner,
                () -> invoices.create(
                        new DraftInvoice(
                                world.aCustomer(owner),
                                number.substring(0, 41),
                                DUE,
                                DUE,
                                null,
                                List.of(DraftInvoice.Line.of("x", 1)),
                                null),
                        false));
        return number.substring(0, 41);
    }

    private PolicyId policy(TenantId owner) {
        var step = new Policies.DraftStep(3, StepChannel.TASK, "reminder.overdue", Tone.FIRM);
        return ((Policies.Outcome.Done)
                        world.in(owner, () -> policies.create(new Policies.Draft("A call", List.of(step), List.of()))))
                .id();
    }

    private TaskId letter(TenantId owner) {
        var address = new PostalAddress("Rua Augusta 12", "1100-048", "Lisboa", null);
        var customer = ((Customers.Outcome.Done) world.in(
                        owner,
                        () -> customers.create(new DraftCustomer(
                                null, "By post " + UUID.randomUUID(), null, null, null, null, address))))
                .id();
        var invoice = world.anInvoice(owner, customer, 1_000, DUE);
        return world.inTransaction(
                new Scope.Tenant(owner),
                () -> book.give(new TaskBook.NewTask(
                        customer,
                        StepChannel.LETTER,
                        new StepKey(invoice, 1, 1),
                        Tone.NEUTRAL,
                        List.of(invoice),
                        null,
                        SettableClock.START)));
    }

    private TaskId done(TenantId owner) {
        var task = letter(owner);
        world.in(owner, () -> tasks.done(task, ""));
        return task;
    }

    private String draft(TenantId owner) {
        var customer = world.aCustomer(owner);
        return ((Invoices.Outcome.Done) world.in(
                        owner,
                        () -> invoices.create(
                                new DraftInvoice(
                                        customer, null, DUE, DUE, null, List.of(DraftInvoice.Line.of("x", 1)), null),
                                true)))
                .id()
                .toString();
    }

    private ImportId staged(TenantId owner) {
        var id = world.in(owner, () -> {
            try (var table = new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8))) {
                return imports.start(new Imports.Upload("table.csv", table, false, Map.of()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        world.untilQuiet();
        return id;
    }

    private ImportId committed(TenantId owner) {
        var id = staged(owner);
        world.in(owner, () -> imports.commit(id));
        world.untilQuiet();
        return id;
    }

    private String message(TenantId owner) {
        return world.inTransaction(
                        new Scope.Tenant(owner),
                        () -> messages.queue(new OutgoingMessage(
                                "magic_link",
                                "test/" + UUID.randomUUID(),
                                null,
                                Channel.EMAIL,
                                "somebody@example.com",
                                "Somebody",
                                Locale.ENGLISH,
                                "",
                                new MessageFacts.MagicLink(URI.create("http://x.example/y"), Duration.ofMinutes(1))
                                        .model(),
                                List.of())))
                .orElseThrow()
                .toString();
    }
}
