package com.duemate.customerportal.payments;

import com.duemate.customerportal.parts.Amount;
import com.duemate.customerportal.parts.Header;
import com.duemate.customerportal.parts.Nothing;
import com.duemate.customerportal.parts.SumTable;
import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.PaymentReceipt;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One receipt, and the address at which anybody can check it. */
@Route(value = "my/receipts/:payment", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class ReceiptView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private final OwnPayments payments;
    private final MyReaders readers;
    private String title = "";

    ReceiptView(OwnPayments payments, MyReaders readers) {
        this.payments = payments;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--form");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var reader = readers.current();
        removeAll();
        event.getRouteParameters()
                .get("payment")
                .flatMap(ReceiptView::parse)
                .flatMap(payments::receipt)
                .ifPresentOrElse(receipt -> show(reader, receipt), () -> showNothing(reader));
    }

    private void show(Reader reader, PaymentReceipt receipt) {
        title = reader.text("my.receipts.number", Map.of("number", receipt.number()));
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        fact(facts, reader.text("my.receipts.on"), reader.longDay(receipt.receivedAt()));
        fact(facts, reader.text("my.receipts.from"), receipt.customerName());
        var check = new Anchor("/receipts/" + receipt.token(), reader.text("my.receipts.check"));
        check.getElement().setAttribute("router-ignore", true);
        var card = new Section(
                new Amount(reader.money(receipt.amount())).large(),
                facts,
                parts(reader, receipt),
                new Paragraph(check));
        card.addClassNames("dm-section", "dm-card");
        add(new Header(title).back(reader.text("my.receipts.title"), "my/receipts"), card);
    }

    private static SumTable parts(Reader reader, PaymentReceipt receipt) {
        var table = new SumTable(reader.text("my.sheet.for"), reader.text("my.sheet.amount"));
        receipt.parts()
                .forEach(part -> table.line(
                        reader.text("my.invoice", Map.of("number", part.invoiceNumber())),
                        reader.money(part.applied())));
        return receipt.credit().isPositive()
                ? table.line(reader.text("my.receipts.credit"), reader.money(receipt.credit()))
                : table;
    }

    private void showNothing(Reader reader) {
        title = reader.text("my.unknown.title");
        add(new Header(title).back(reader.text("my.receipts.title"), "my/receipts"));
        add(new Nothing("search", reader.text("my.unknown.text")));
    }

    private static void fact(DescriptionList facts, String term, String value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
