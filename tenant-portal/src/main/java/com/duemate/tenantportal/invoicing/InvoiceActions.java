package com.duemate.tenantportal.invoicing;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one can do about an invoice, by where it stands. */
@org.springframework.stereotype.Component
@OnRole(ServerRole.TENANT_PORTAL)
class InvoiceActions {

    private final Invoices invoices;
    private final Payments payments;
    private final PaymentLinks links;
    private final Arrangements arrangements;

    InvoiceActions(Invoices invoices, Payments payments, PaymentLinks links, Arrangements arrangements) {
        this.invoices = invoices;
        this.payments = payments;
        this.links = links;
        this.arrangements = arrangements;
    }

    /** @param quiet at most two */
    record Offered(Optional<Component> primary, List<Component> quiet) {}

    /** @param changed called after something was done */
    Offered on(InvoiceDetails details, Reader reader, Command changed) {
        var invoice = details.summary();
        var quiet = new ArrayList<Component>();
        if (invoice.status().isOpen()) {
            quiet.add(new Button(
                    reader.text("portalinvoicing.action.link"),
                    Sign.LINK.create(),
                    click -> copyLink(invoice, reader, click.getSource())));
        }
        quiet.add(more(details, reader, changed));
        return new Offered(primary(invoice, reader, changed), quiet);
    }

    private Optional<Component> primary(InvoiceSummary invoice, Reader reader, Command changed) {
        if (invoice.status() == InvoiceStatus.DRAFT) {
            return Optional.of(
                    new Button(reader.text("portalinvoicing.action.issue"), _ -> issue(invoice, reader, changed)));
        }
        return invoice.status().isOpen()
                ? Optional.of(new Button(
                        reader.text("portalinvoicing.action.record"),
                        _ -> new RecordPaymentDialog(payments, invoice, reader, changed).open()))
                : Optional.empty();
    }

    private MenuBar more(InvoiceDetails details, Reader reader, Command changed) {
        var invoice = details.summary();
        var bar = new MenuBar();
        bar.addClassName("dm-more");
        var root = bar.addItem(Sign.MORE.create());
        root.setAriaLabel(reader.text("portalinvoicing.action.more"));
        var menu = root.getSubMenu();
        menu.addItem(pdf(invoice, reader));
        if (invoice.status() == InvoiceStatus.DRAFT || untouched(invoice)) {
            var edit = menu.addItem(reader.text("portalinvoicing.action.edit"), click -> click.getSource()
                    .getUI()
                    .ifPresent(ui -> ui.navigate(InvoicingNavigation.edit(invoice.id()))));
            edit.getElement().setAttribute("data-key", "e");
        }
        if (invoice.status().isOpen()) {
            menu.addSeparator();
            menu.addItem(
                    reader.text("portalinvoicing.action.promise"),
                    _ -> new PromiseDialog(arrangements, invoice, reader, changed).open());
            menu.addItem(
                    reader.text("portalinvoicing.action.dispute"),
                    _ -> ask(
                            "dispute",
                            invoice,
                            reader,
                            reason -> told(arrangements.dispute(invoice.id(), reason), "dispute", reader, changed)));
            menu.addItem(
                    reader.text("portalinvoicing.action.hold"),
                    _ -> ask(
                            "hold",
                            invoice,
                            reader,
                            reason -> told(arrangements.hold(invoice.id(), reason), "hold", reader, changed)));
        }
        if (invoice.status() == InvoiceStatus.DRAFT || untouched(invoice)) {
            menu.addSeparator();
            menu.addItem(
                    reader.text("portalinvoicing.action.void"),
                    _ -> ask(
                            "void",
                            invoice,
                            reader,
                            reason -> told(invoices.voidInvoice(invoice.id(), reason), "void", reader, changed)));
        }
        return bar;
    }

    /** What keeps reminders silent now, each with the way to end it. */
    Div standing(InvoiceSummary invoice, Reader reader, Command changed) {
        var all = new Div();
        all.addClassName("dm-stack");
        arrangements.of(invoice.id()).stream()
                .filter(arrangement -> arrangement.state() == Arrangements.State.ACTIVE)
                .map(arrangement -> standing(arrangement, reader, changed))
                .forEach(all::add);
        return all;
    }

    private Div standing(Arrangement arrangement, Reader reader, Command changed) {
        var tone =
                switch (arrangement.kind()) {
                    case PROMISE -> Tone.SOON;
                    case DISPUTE -> Tone.DISPUTED;
                    case HOLD -> Tone.HELD;
                };
        var day = arrangement.paysOn();
        var words = new Span(
                day == null
                        ? reader.text("portalinvoicing.standing." + arrangement.kind(), arrangement.reason())
                        : reader.text("portalinvoicing.standing." + arrangement.kind(), reader.date(day)));
        words.addClassName("dm-standing__words");
        var line = new Div(new StatusBadge(tone, reader.text("portalinvoicing.kind." + arrangement.kind())), words);
        line.addClassNames("dm-card", "dm-standing");
        if (arrangement.kind() != Kind.PROMISE) {
            line.add(new Button(
                    reader.text("portalinvoicing.standing.end." + arrangement.kind()),
                    _ -> told(arrangements.end(arrangement.id()), "ended", reader, changed)));
        }
        return line;
    }

    private void issue(InvoiceSummary invoice, Reader reader, Command changed) {
        told(invoices.issue(invoice.id()), "issue", reader, changed);
    }

    private void copyLink(InvoiceSummary invoice, Reader reader, Component source) {
        switch (links.create(invoice.id())) {
            case PaymentLinks.Outcome.Created created -> {
                source.getElement()
                        .executeJs("return navigator.clipboard.writeText($0)", created.url())
                        .then(
                                _ -> Notice.done(reader.text("portalinvoicing.done.link")),
                                _ -> new LinkDialog(created.url(), reader).open());
            }
            case PaymentLinks.Outcome.Refused refused -> Notice.refused(reader.text(refused.reason()));
            case PaymentLinks.Outcome.Unknown _ -> Notice.refused(reader.text("portalinvoicing.page.unknown"));
        }
    }

    private Anchor pdf(InvoiceSummary invoice, Reader reader) {
        var name = InvoicingNavigation.name(reader, invoice).replaceAll("[^\\p{L}\\p{N}._-]", "-") + ".pdf";
        var handler = DownloadHandler.fromInputStream(_ -> invoices.pdf(invoice.id())
                .map(pdf -> new DownloadResponse(new ByteArrayInputStream(pdf), name, "application/pdf", pdf.length))
                .orElseGet(() -> DownloadResponse.error(404)));
        return new Anchor(handler, reader.text("portalinvoicing.action.pdf"));
    }

    private static void ask(
            String what, InvoiceSummary invoice, Reader reader, java.util.function.Predicate<String> then) {
        new ReasonDialog(what, InvoicingNavigation.name(reader, invoice), reader, then).open();
    }

    private static boolean told(Invoices.Outcome outcome, String what, Reader reader, Command changed) {
        return switch (outcome) {
            case Invoices.Outcome.Done _ -> done(what, reader, changed);
            case Invoices.Outcome.Refused refused -> refused(reader.text(refused.reason()));
            case Invoices.Outcome.Unknown _ -> refused(reader.text("portalinvoicing.page.unknown"));
        };
    }

    static boolean told(Arrangements.Outcome outcome, String what, Reader reader, Command changed) {
        return switch (outcome) {
            case Arrangements.Outcome.Done _ -> done(what, reader, changed);
            case Arrangements.Outcome.Refused refused -> refused(reader.text(refused.reason()));
            case Arrangements.Outcome.Unknown _ -> refused(reader.text("portalinvoicing.page.unknown"));
        };
    }

    private static boolean done(String what, Reader reader, Command changed) {
        Notice.done(reader.text("portalinvoicing.done." + what));
        changed.execute();
        return true;
    }

    private static boolean refused(String text) {
        Notice.refused(text);
        return false;
    }

    /** Nothing was paid on it yet, so it may still be changed or voided. */
    private static boolean untouched(InvoiceSummary invoice) {
        return invoice.status() == InvoiceStatus.OPEN && invoice.open().equals(invoice.total());
    }
}
