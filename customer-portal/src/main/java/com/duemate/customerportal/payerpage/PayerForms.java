package com.duemate.customerportal.payerpage;

import com.duemate.platform.arrangements.Arrangements.Outcome;
import com.duemate.platform.arrangements.OwnArrangements;
import com.duemate.platform.identity.FormTokens;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody behind a link asks for. Each form is good for one request, however often it is sent. */
@Controller
@OnRole(ServerRole.CUSTOMER_PORTAL)
class PayerForms {

    private final PaymentDoor door;
    private final Accounts accounts;
    private final OwnPayments payments;
    private final OwnArrangements arrangements;
    private final FormTokens tokens;
    private final PayerLimits limits;
    private final PayerPages pages;

    PayerForms(
            PaymentDoor door,
            Accounts accounts,
            OwnPayments payments,
            OwnArrangements arrangements,
            FormTokens tokens,
            PayerLimits limits,
            PayerPages pages) {
        this.door = door;
        this.accounts = accounts;
        this.payments = payments;
        this.arrangements = arrangements;
        this.tokens = tokens;
        this.limits = limits;
        this.pages = pages;
    }

    /** The part of each form that is not the payer's. */
    record Sent(String id, String token) {

        UUID request() {
            return UUID.fromString(id);
        }
    }

    @PostMapping("/p/{secret}/pay")
    ResponseEntity<String> pay(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String currency) {
        return take(request, secret, "pay", new Sent(id, token), (guest, account) -> {
            var wanted = account.payable().stream()
                    .filter(invoice -> invoice.open().currencyCode().equals(currency))
                    .map(InvoiceSummary::id)
                    .toList();
            if (wanted.isEmpty()) {
                return see(guest.page());
            }
            payments.request(UUID.fromString(id), wanted, Origin.LINK);
            return see(guest.page() + "/pay/" + id);
        });
    }

    @PostMapping("/p/{secret}/promise")
    ResponseEntity<String> promise(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String day) {
        return take(request, secret, "promise", new Sent(id, token), (guest, account) -> {
            LocalDate paysOn;
            try {
                paysOn = LocalDate.parse(day);
            } catch (DateTimeParseException e) {
                return pages.page(guest, account, "", new FormProblem("promise", "payerpage.account.promiseNoDay", ""));
            }
            var outcome = arrangements.promise(UUID.fromString(id), ids(account), paysOn);
            return outcome instanceof Outcome.Refused refused
                    ? pages.page(guest, account, "", new FormProblem("promise", refused.reason(), day))
                    : see(guest.page() + "?said=promise");
        });
    }

    @PostMapping("/p/{secret}/dispute")
    ResponseEntity<String> dispute(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String invoice,
            @RequestParam(defaultValue = "") String reason) {
        return take(request, secret, "dispute", new Sent(id, token), (guest, account) -> {
            var about = ids(account).stream()
                    .filter(each -> invoice.isEmpty() || each.toString().equals(invoice))
                    .toList();
            var outcome = arrangements.dispute(UUID.fromString(id), about, reason);
            return outcome instanceof Outcome.Refused refused
                    ? pages.page(guest, account, "", new FormProblem("dispute", refused.reason(), reason))
                    : see(guest.page() + "?said=dispute");
        });
    }

    private ResponseEntity<String> take(
            HttpServletRequest request,
            String secret,
            String purpose,
            Sent sent,
            BiFunction<Guest, Account, ResponseEntity<String>> action) {
        return Guest.enter(door, Purpose.PAY, request, secret)
                .flatMap(guest -> guest.inside(() ->
                        accounts.behind(guest.subject()).map(account -> take(guest, account, purpose, sent, action))))
                .orElseGet(() -> pages.nothingHere(request));
    }

    private ResponseEntity<String> take(
            Guest guest,
            Account account,
            String purpose,
            Sent sent,
            BiFunction<Guest, Account, ResponseEntity<String>> action) {
        if (!tokens.accepts(sent.token, purpose, guest.secret() + sent.id)) {
            return see(guest.page() + "?said=again");
        }
        return limits.take(guest.subject()) ? action.apply(guest, account) : see(guest.page() + "?said=slowly");
    }

    private static List<InvoiceId> ids(Account account) {
        return account.payable().stream().map(InvoiceSummary::id).toList();
    }

    private static ResponseEntity<String> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
