package com.duemate.customerportal.payerpage;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.identity.FormTokens;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says an account in the words of its reader, as values for the template. */
final class AccountModel {

    private final Guest guest;
    private final Account account;
    private final Words words;
    private final FormTokens tokens;

    AccountModel(Guest guest, Account account, Words words, FormTokens tokens) {
        this.guest = guest;
        this.account = account;
        this.words = words;
        this.tokens = tokens;
    }

    /** @param notice said once on top, or null; @param problem what was wrong with a form, or null */
    Map<String, Object> model(@Nullable String notice, @Nullable FormProblem problem) {
        var model = new HashMap<String, Object>();
        model.put("page", guest.page());
        model.put("heading", heading());
        model.put("totals", totals());
        model.put(
                "pay",
                account.totals().entrySet().stream().map(e -> pay(e.getValue())).toList());
        model.put("sticky", account.totals().size() == 1);
        model.put("text", texts());
        var only = only();
        model.put("single", only != null);
        if (only != null) {
            model.put("invoice", invoice(only));
        }
        model.put(
                "invoices",
                only != null
                        ? List.of()
                        : account.invoices().stream().map(this::invoice).toList());
        if (!account.payable().isEmpty()) {
            model.put("promise", promise(problem));
            model.put("dispute", dispute(problem));
        }
        if (notice != null) {
            model.put("notice", notice);
        }
        return model;
    }

    String heading() {
        var only = only();
        return only != null
                ? words.say("account.invoice", Map.of("number", only.summary().number()))
                : words.say(
                        "account.invoices", Map.of("count", account.invoices().size()));
    }

    private @Nullable InvoiceDetails only() {
        return account.invoices().size() == 1 ? account.invoices().getFirst() : null;
    }

    private List<Map<String, Object>> totals() {
        return account.totals().values().stream()
                .map(total -> Map.<String, Object>of("amount", words.money(total)))
                .toList();
    }

    private Map<String, Object> pay(Money total) {
        return form(
                "pay",
                Map.of(
                        "currency", total.currencyCode(),
                        "label", words.say("account.pay", Map.of("amount", words.money(total)))));
    }

    private Map<String, Object> invoice(InvoiceDetails details) {
        var invoice = details.summary();
        var model = new HashMap<String, Object>();
        model.put("number", words.say("account.invoice", Map.of("number", invoice.number())));
        model.put("amount", words.money(invoice.status().isOpen() ? invoice.open() : invoice.total()));
        model.put("issued", words.date(invoice.issuedOn()));
        model.put("customer", invoice.customerName());
        model.put("paid", words.money(invoice.total().minus(invoice.open())));
        model.put("partlyPaid", invoice.status() == InvoiceStatus.PARTLY_PAID);
        model.put("total", words.money(invoice.total()));
        model.put(
                "lines",
                details.lines().stream().map(line -> line(line, invoice)).toList());
        model.put(
                "lineCount",
                words.say("account.lines", Map.of("count", details.lines().size())));
        model.put("pdf", guest.page() + "/invoices/" + invoice.id() + ".pdf");
        model.put("when", when(invoice));
        model.putAll(state(invoice));
        return model;
    }

    private Map<String, Object> line(DraftInvoice.Line line, InvoiceSummary invoice) {
        return Map.of(
                "description", line.description(),
                "amount",
                        words.money(new Money(line.totalMinor(), invoice.total().currency())));
    }

    private String when(InvoiceSummary invoice) {
        if (!invoice.status().isOpen()) {
            return "";
        }
        int side = invoice.dueOn().compareTo(account.today());
        return words.say(
                side < 0 ? "account.wasDue" : side == 0 ? "account.dueToday" : "account.due",
                Map.of("date", words.date(invoice.dueOn())));
    }

    /** At most one thing is said about an invoice, the most important one. */
    private Map<String, Object> state(InvoiceSummary invoice) {
        var paidOn = invoice.paidOn();
        if (invoice.status() == InvoiceStatus.VOID) {
            return say("", words.say("account.void"));
        }
        if (!invoice.status().isOpen()) {
            var state = say(
                    "good",
                    paidOn == null
                            ? words.say("account.settled")
                            : words.say("account.paidOn", Map.of("date", words.date(paidOn))));
            account.received(invoice.id())
                    .ifPresent(payment -> state.put("receipt", guest.page() + "/receipts/" + payment.id()));
            return state;
        }
        if (account.inFlight(invoice.id()).isPresent()) {
            return say("soon", words.say("account.inFlight"));
        }
        if (account.arranged(invoice.id(), Kind.DISPUTE).isPresent()) {
            return say("soon", words.say("account.disputed"));
        }
        return account.arranged(invoice.id(), Kind.PROMISE)
                .map(promise -> say(
                        "soon",
                        words.say(
                                "account.promised",
                                Map.of("date", words.date(Objects.requireNonNull(promise.paysOn()))))))
                .orElseGet(HashMap::new);
    }

    private static Map<String, Object> say(String tone, String text) {
        var state = new HashMap<String, Object>();
        state.put("state", text);
        state.put("tone", tone);
        return state;
    }

    private Map<String, Object> promise(@Nullable FormProblem problem) {
        var form = form(
                "promise",
                Map.of(
                        "first", account.today().toString(),
                        "last",
                                account.today()
                                        .plusDays(Arrangements.MOST_DAYS_AHEAD)
                                        .toString()));
        complain(form, "promise", problem);
        return form;
    }

    private Map<String, Object> dispute(@Nullable FormProblem problem) {
        var form = form("dispute", Map.of("typed", ""));
        form.put(
                "choices",
                account.payable().size() < 2
                        ? List.of()
                        : account.payable().stream()
                                .map(invoice -> Map.of(
                                        "id", invoice.id().toString(),
                                        "label", words.say("account.invoice", Map.of("number", invoice.number()))))
                                .toList());
        complain(form, "dispute", problem);
        return form;
    }

    private void complain(Map<String, Object> form, String name, @Nullable FormProblem problem) {
        if (problem != null && problem.form().equals(name)) {
            form.put("problem", words.of(problem.reason(), Map.of()));
            form.put("typed", problem.typed());
        }
    }

    /** A form can be sent once: its id is the id of what it asks for. */
    private Map<String, Object> form(String purpose, Map<String, ?> values) {
        var id = Ids.next().toString();
        var form = new HashMap<String, Object>(values);
        form.put("id", id);
        form.put("token", tokens.issue(purpose, guest.secret() + id));
        return form;
    }

    private Map<String, Object> texts() {
        var texts = new HashMap<String, Object>();
        for (var element : List.of(
                "for",
                "issuedOn",
                "paidSoFar",
                "what",
                "amount",
                "total",
                "download",
                "receipt",
                "promise",
                "promiseText",
                "promiseDay",
                "promiseSend",
                "dispute",
                "disputeText",
                "disputeWhich",
                "disputeReason",
                "disputeSend")) {
            texts.put(element, words.say("account." + element));
        }
        return texts;
    }
}
