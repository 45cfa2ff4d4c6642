package com.duemate.customerportal.payments;

import com.duemate.customerportal.parts.Amount;
import com.duemate.customerportal.parts.Badge;
import com.duemate.customerportal.parts.Badge.Tone;
import com.duemate.customerportal.parts.Header;
import com.duemate.customerportal.parts.Nothing;
import com.duemate.customerportal.parts.Row;
import com.duemate.customerportal.parts.Rows;
import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.customerportal.shell.MyScreens;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.PaymentSummary;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Objects;

/** What one has paid, with a receipt for each. */
@Route(value = "my/receipts", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class ReceiptsView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private final OwnPayments payments;
    private final MyReaders readers;

    ReceiptsView(OwnPayments payments, MyReaders readers, MyScreens live) {
        this.payments = payments;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--form");
        live.follow(this, this::load);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("my.receipts.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        var all = payments.list();
        removeAll();
        add(new Header(reader.text("my.receipts.title")));
        if (all.isEmpty()) {
            add(new Nothing("done", reader.text("my.receipts.nothing")));
            return;
        }
        var rows = new Rows(reader.text("my.receipts.title"));
        all.forEach(payment -> rows.row(row(reader, payment)));
        add(rows);
    }

    private static Row row(Reader reader, PaymentSummary payment) {
        var amount = new Amount(reader.money(payment.amount()));
        if (payment.status() == PaymentStatus.IN_FLIGHT) {
            return new Row("my/history", reader.text("my.receipts.onItsWay"), amount)
                    .within()
                    .more(new Badge(Tone.SOON, reader.text("my.badge.onItsWay")))
                    .when(reader.day(payment.startedAt()));
        }
        var number = Map.of("number", String.valueOf(payment.receiptNumber()));
        return new Row("my/receipts/" + payment.id(), reader.text("my.receipts.number", number), amount)
                .within()
                .more(new Badge(Tone.GOOD, reader.text("my.badge.paid")))
                .when(reader.day(Objects.requireNonNull(payment.receivedAt())));
    }
}
