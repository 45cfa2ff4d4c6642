package com.duemate.customerportal.payments;

import com.duemate.customerportal.parts.Header;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Request;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish to pay, looked at again and again until it is settled. What it says is what is booked, wherever one comes from. */
abstract class PaymentCard extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final int EVERY_MILLIS = 700;
    private static final int NEVER = -1;

    private final OwnPayments payments;
    private final MyReaders readers;
    private @Nullable UUID id;
    private String title = "";

    PaymentCard(OwnPayments payments, MyReaders readers) {
        this.payments = payments;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--form");
    }

    /** Called at each look. @return true when the page is about to be left */
    abstract boolean leave(Request request);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = UUID.fromString(event.getRouteParameters().get("request").orElse(""));
        } catch (IllegalArgumentException e) {
            id = null;
        }
        look();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var polls = event.getUI().addPollListener(_ -> look());
        addDetachListener(detach -> {
            detach.unregisterListener();
            polls.remove();
        });
        event.getUI().setPollInterval(EVERY_MILLIS);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(NEVER);
    }

    private void look() {
        var reader = readers.current();
        var request = Optional.ofNullable(id).flatMap(payments::find).orElse(null);
        removeAll();
        if (request == null) {
            title = reader.text("my.unknown.title");
            add(new Header(title).back(reader.text("my.open.title"), "my"));
            return;
        }
        if (leave(request)) {
            return;
        }
        show(reader, request);
    }

    private void show(Reader reader, Request request) {
        var standing = PaymentStanding.of(reader, request);
        title = standing.title();
        getUI().ifPresent(ui -> ui.getPage().setTitle(title));
        var card = new Div(new Paragraph(standing.text()));
        card.addClassName("dm-card");
        card.getElement().setAttribute("role", "status");
        add(new Header(title).back(reader.text("my.open.title"), "my"), card);
        if (standing.settled()) {
            getUI().ifPresent(ui -> ui.setPollInterval(NEVER));
        } else {
            var waiting = new ProgressBar();
            waiting.setIndeterminate(true);
            waiting.getElement().setAttribute("aria-label", title);
            card.add(waiting);
        }
        var payment = request.payment();
        if (payment != null && PaymentStanding.received(request)) {
            payments.receipt(payment.id()).ifPresent(receipt -> {
                var link = new Anchor("/receipts/" + receipt.token(), reader.text("my.receipts.see"));
                link.getElement().setAttribute("router-ignore", true);
                card.add(link);
            });
        }
    }
}
