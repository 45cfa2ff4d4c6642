package com.duemate.customerportal.payerpage;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Request;
import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.PaymentSummary;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** On the way to the provider's page and back from it. Coming back proves nothing: what is said here is what is booked. */
@Controller
@OnRole(ServerRole.CUSTOMER_PORTAL)
class PaymentPages {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PaymentDoor door;
    private final PaymentLinks links;
    private final OwnPayments payments;
    private final Customers customers;
    private final BusinessClock clock;
    private final PageFrame frame;

    PaymentPages(
            PaymentDoor door,
            PaymentLinks links,
            OwnPayments payments,
            Customers customers,
            BusinessClock clock,
            PageFrame frame) {
        this.door = door;
        this.links = links;
        this.payments = payments;
        this.customers = customers;
        this.clock = clock;
        this.frame = frame;
    }

    /** Waits for the provider's page to be open, then leads there. */
    @GetMapping("/p/{secret}/pay/{id}")
    ResponseEntity<String> wait(HttpServletRequest request, @PathVariable String secret, @PathVariable String id) {
        return on(request, secret, id, (guest, asked) -> {
            var checkout = asked.checkoutUrl();
            return checkout == null
                    ? show(guest, asked)
                    : ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create(checkout))
                            .build();
        });
    }

    @GetMapping("/p/{secret}/paid/{id}")
    ResponseEntity<String> back(HttpServletRequest request, @PathVariable String secret, @PathVariable String id) {
        return on(request, secret, id, this::show);
    }

    private ResponseEntity<String> on(
            HttpServletRequest request,
            String secret,
            String id,
            BiFunction<Guest, Request, ResponseEntity<String>> answer) {
        return Guest.enter(door, Purpose.PAY, request, secret)
                .filter(guest -> guest.holds(links))
                .flatMap(guest -> guest.inside(
                        () -> Guest.id(id).flatMap(payments::find).map(asked -> answer.apply(guest, asked))))
                .orElseGet(() -> frame.nothingHere(request));
    }

    private ResponseEntity<String> show(Guest guest, Request asked) {
        var customer = customers.self();
        var words = Words.of(customer.locale(), customer.zone());
        var refusal = asked.refusal();
        var payment = asked.payment();
        if (refusal != null && payment == null) {
            return refused(guest, words, refusal);
        }
        if (payment == null || payment.status() == PaymentStatus.STARTED) {
            return waiting(guest, asked, words, payment);
        }
        var amount = Map.of("amount", words.money(payment.amount()));
        return switch (payment.status()) {
            case STARTED, IN_FLIGHT -> answer(guest, words, "inFlight", "soon", amount, LATER);
            case RECEIVED, REFUNDED -> received(guest, words, payment);
            case DECLINED -> answer(guest, words, "declined", "late", amount);
        };
    }

    private ResponseEntity<String> waiting(Guest guest, Request asked, Words words, @Nullable PaymentSummary payment) {
        boolean late = Duration.between(asked.requestedAt(), clock.now()).compareTo(PATIENCE) > 0;
        var element = asked.checkoutUrl() == null && payment == null ? "opening" : "confirming";
        return answer(guest, words, late ? element + "Late" : element, "soon", Map.of(), late ? LATER : SOON);
    }

    private ResponseEntity<String> refused(Guest guest, Words words, String refusal) {
        var model = message(guest, words, "refused", "", Map.of());
        model.put("reason", words.of(refusal, Map.of()));
        return frame.answer(
                guest.request(), words, PageFrame.Page.of("message", words.say("payment.refused.title"), model));
    }

    private ResponseEntity<String> received(Guest guest, Words words, PaymentSummary payment) {
        var arguments = Map.of(
                "amount", words.money(payment.amount()),
                "number", String.valueOf(payment.receiptNumber()));
        var model = message(guest, words, "received", "good", arguments);
        model.put("action", words.say("payment.receipt"));
        model.put("actionUrl", guest.page() + "/receipts/" + payment.id());
        return frame.answer(
                guest.request(),
                words,
                PageFrame.Page.of("message", words.say("payment.received.title", arguments), model));
    }

    private ResponseEntity<String> answer(
            Guest guest, Words words, String element, String tone, Map<String, ?> arguments, Duration... again) {
        var page = PageFrame.Page.of(
                "message",
                words.say("payment." + element + ".title", arguments),
                message(guest, words, element, tone, arguments));
        return frame.answer(guest.request(), words, again.length == 0 ? page : page.again(again[0]));
    }

    private static HashMap<String, Object> message(
            Guest guest, Words words, String element, String tone, Map<String, ?> arguments) {
        var model = new HashMap<String, Object>();
        model.put("title", words.say("payment." + element + ".title", arguments));
        model.put("text", words.say("payment." + element + ".text", arguments));
        model.put("state", words.say("payment." + element + ".state"));
        model.put("tone", tone);
        model.put("action", words.say("payment.back"));
        model.put("actionUrl", guest.page());
        return model;
    }
}
