package com.duemate.customerportal.payerpage;

import com.duemate.platform.identity.FormTokens;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.payments.PaymentDoor;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is owed behind a link, and its papers. */
@Controller
@OnRole(ServerRole.CUSTOMER_PORTAL)
class PayerPages {

    private static final Set<String> NOTICES = Set.of("promise", "dispute", "again", "slowly");

    private final PaymentDoor door;
    private final Accounts accounts;
    private final OwnInvoices invoices;
    private final FormTokens tokens;
    private final PageFrame frame;

    PayerPages(PaymentDoor door, Accounts accounts, OwnInvoices invoices, FormTokens tokens, PageFrame frame) {
        this.door = door;
        this.accounts = accounts;
        this.invoices = invoices;
        this.tokens = tokens;
        this.frame = frame;
    }

    @GetMapping("/p/{secret}")
    ResponseEntity<String> show(
            HttpServletRequest request, @PathVariable String secret, @RequestParam(defaultValue = "") String said) {
        return Guest.enter(door, Purpose.PAY, request, secret)
                .flatMap(guest -> guest.inside(
                        () -> accounts.behind(guest.subject()).map(account -> page(guest, account, said, null))))
                .orElseGet(() -> frame.nothingHere(request));
    }

    /** In the guest's scope. */
    ResponseEntity<String> page(Guest guest, Account account, String said, @Nullable FormProblem problem) {
        var words = Words.of(account.customer().locale(), account.customer().zone());
        var model = new AccountModel(guest, account, words, tokens);
        var notice = NOTICES.contains(said) ? words.say("said." + said) : null;
        var page = PageFrame.Page.of("account", model.heading(), model.model(notice, problem));
        return frame.answer(
                guest.request(), words, problem == null ? page : page.with(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    ResponseEntity<String> nothingHere(HttpServletRequest request) {
        return frame.nothingHere(request);
    }

    @GetMapping("/p/{secret}/invoices/{id}.pdf")
    ResponseEntity<?> pdf(HttpServletRequest request, @PathVariable String secret, @PathVariable String id) {
        var paper = Guest.enter(door, Purpose.PAY, request, secret)
                .flatMap(guest -> Guest.id(id).flatMap(invoice -> guest.inside(() -> paper(guest, invoice))));
        return paper.isPresent() ? paper.get() : frame.nothingHere(request);
    }

    /** Only what the link was made for, though its customer may see more elsewhere. */
    private Optional<ResponseEntity<byte[]>> paper(Guest guest, UUID id) {
        return accounts.behind(guest.subject()).stream()
                .flatMap(account -> account.summaries().stream())
                .filter(invoice -> invoice.id().value().equals(id))
                .findFirst()
                .flatMap(invoice -> invoices.pdf(new InvoiceId(id)).map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, named(invoice.number()))
                        .body(bytes)));
    }

    private static String named(String number) {
        return ContentDisposition.inline()
                .filename(number.replaceAll("[^\\p{L}\\p{N}._-]", "_") + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
