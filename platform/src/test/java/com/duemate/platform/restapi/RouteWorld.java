package com.duemate.platform.restapi;

import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.scope.Scope;
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

    private static final LocalDate DUE = LocalDate.of(2026, 4, 1);

    private final World world;
    private final Invoices invoices;
    private final Messages messages;
    private final Imports imports;

    RouteWorld(World world, Invoices invoices, Messages messages, Imports imports) {
        this.world = world;
        this.invoices = invoices;
        this.messages = messages;
        this.imports = imports;
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
