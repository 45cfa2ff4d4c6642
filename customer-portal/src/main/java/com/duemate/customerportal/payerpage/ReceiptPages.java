package com.duemate.customerportal.payerpage;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.payments.PaymentReceipt;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A receipt as the books have it this moment, for whoever holds its address: read here, it is genuine. */
@Controller
@OnRole(ServerRole.CUSTOMER_PORTAL)
class ReceiptPages {

    private final PaymentDoor door;
    private final PaymentLinks links;
    private final OwnPayments payments;
    private final Customers customers;
    private final PageFrame frame;

    ReceiptPages(PaymentDoor door, PaymentLinks links, OwnPayments payments, Customers customers, PageFrame frame) {
        this.door = door;
        this.links = links;
        this.payments = payments;
        this.customers = customers;
        this.frame = frame;
    }

    @GetMapping("/receipts/{token}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable String token) {
        return Guest.enter(door, Purpose.RECEIPT, request, token)
                .flatMap(guest ->
                        guest.inside(() -> payments.receipt(guest.subject()).map(receipt -> page(request, receipt))))
                .orElseGet(() -> frame.nothingHere(request));
    }

    /** From a payment link to the receipt's own address, which can be passed on without passing on the link. */
    @GetMapping("/p/{secret}/receipts/{payment}")
    ResponseEntity<String> lead(HttpServletRequest request, @PathVariable String secret, @PathVariable String payment) {
        return Guest.enter(door, Purpose.PAY, request, secret)
                .filter(guest -> guest.holds(links))
                .flatMap(guest -> guest.inside(() -> Guest.id(payment).flatMap(payments::receipt)))
                .map(receipt -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(java.net.URI.create("/receipts/" + receipt.token()))
                        .<String>build())
                .orElseGet(() -> frame.nothingHere(request));
    }

    private ResponseEntity<String> page(HttpServletRequest request, PaymentReceipt receipt) {
        var customer = customers.self();
        var words = Words.of(customer.locale(), customer.zone());
        var title = words.say("receipt.title", Map.of("number", receipt.number()));
        return frame.answer(request, words, PageFrame.Page.of("receipt", title, model(receipt, words, title)));
    }

    private static Map<String, Object> model(PaymentReceipt receipt, Words words, String title) {
        var model = new HashMap<String, Object>();
        model.put("title", title);
        model.put("state", words.say("receipt.state"));
        model.put("amount", words.money(receipt.amount()));
        model.put("from", words.say("receipt.from"));
        model.put("customer", receipt.customerName());
        model.put("on", words.say("receipt.on"));
        model.put("date", words.date(LocalDate.ofInstant(receipt.receivedAt(), words.zone())));
        model.put("by", words.say("receipt.by"));
        model.put("method", method(receipt.method(), words));
        model.put("for", words.say("receipt.for"));
        model.put("amountHead", words.say("account.amount"));
        model.put(
                "parts",
                receipt.parts().stream()
                        .map(part -> Map.of(
                                "invoice", words.say("account.invoice", Map.of("number", part.invoiceNumber())),
                                "amount", words.money(part.applied())))
                        .toList());
        if (receipt.credit().isPositive()) {
            model.put("credit", words.say("receipt.credit", Map.of("amount", words.money(receipt.credit()))));
        }
        model.put("genuine", words.say("receipt.genuine"));
        return model;
    }

    private static String method(String method, Words words) {
        return Optional.of(method)
                .filter(known -> known.equals("card") || known.equals("bank"))
                .map(known -> words.say("receipt.method." + known))
                .orElseGet(() -> words.say("receipt.method.other"));
    }
}
