package com.duemate.tenantportal.reminders;

import com.duemate.platform.branding.Brands;
import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.Invoices.InvoiceQuery;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.BrandLook;
import com.duemate.platform.notifications.LetterWords;
import com.duemate.platform.notifications.LetterWords.Words;
import com.duemate.platform.notifications.LetterWords.Writer;
import com.duemate.platform.notifications.MessageFacts.OpenInvoice;
import com.duemate.platform.notifications.SampleMessages;
import com.duemate.platform.notifications.SampleMessages.About;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.tenantportal.look.MessagePreview;
import com.duemate.tenantportal.reminders.PolicyViewModel.Node;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a step's message as a real customer would get it on the step's day. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
class StepPreviews {

    private static final int LOOKED_THROUGH = 100;
    private static final int LISTED = 5;

    private final SampleMessages samples;
    private final LetterWords letters;
    private final Brands brands;
    private final Tenants tenants;
    private final Customers customers;
    private final Invoices invoices;

    StepPreviews(
            SampleMessages samples,
            LetterWords letters,
            Brands brands,
            Tenants tenants,
            Customers customers,
            Invoices invoices) {
        this.samples = samples;
        this.letters = letters;
        this.brands = brands;
        this.tenants = tenants;
        this.customers = customers;
        this.invoices = invoices;
    }

    /** Somebody who owes something now. */
    record Debtor(CustomerId id, String name) {}

    List<Debtor> debtors() {
        var query = new InvoiceQuery(
                List.of(InvoiceStatus.OPEN, InvoiceStatus.PARTLY_PAID), false, null, null, LOOKED_THROUGH, null);
        var names = new LinkedHashMap<CustomerId, String>();
        for (var invoice : invoices.list(query).items()) {
            names.putIfAbsent(invoice.customer(), invoice.customerName());
        }
        return names.entrySet().stream()
                .map(one -> new Debtor(one.getKey(), one.getValue()))
                .toList();
    }

    /** The words of a letter. @param debtor empty for somebody invented */
    Words letter(Node step, Optional<CustomerId> debtor) {
        var brand = brands.current();
        var situation = Situation.of(step.offset());
        var about = about(step, debtor.flatMap(customers::find), situation);
        var replyTo = brand.replyTo();
        return letters.reminder(
                Tone.valueOf(step.tone().name()),
                situation,
                about.locale(),
                new Writer(brand.senderName(), replyTo == null || replyTo.isBlank() ? null : replyTo),
                about.recipientName(),
                about.invoices());
    }

    /** @param debtor empty for somebody invented */
    MessagePreview write(Node step, Optional<CustomerId> debtor) {
        var brand = brands.current();
        var logo =
                brand.logoSha256() == null ? null : tenants.current().portalUrl() + "/brand/logo?v=" + brand.version();
        var look = BrandLook.of(brand.senderName(), brand.accent(), logo, brand.footer());
        var tone = Tone.valueOf(step.tone().name());
        var situation = Situation.of(step.offset());
        var found = debtor.flatMap(customers::find);
        var about = about(step, found, situation);
        if (step.channel() == StepChannel.SMS) {
            var words = samples.sms(look, tone, situation, about);
            if (words.isPresent()) {
                return MessagePreview.sms(brand.senderName(), words.get());
            }
        }
        var message = samples.reminder(look, tone, situation, about);
        var address = found.map(customer -> Objects.requireNonNullElse(customer.email(), about.recipientName()))
                .orElse(about.recipientName());
        return MessagePreview.mail(brand.senderName(), address, message.subject(), message.html());
    }

    private About about(Node step, Optional<CustomerDetails> found, Situation situation) {
        return found.flatMap(customer -> {
                    var owed = invoices.open(customer.id());
                    return owed.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new About(customer.name(), customer.locale(), on(step.offset(), owed)));
                })
                .orElseGet(() -> samples.example(situation));
    }

    /** What would be open on the step's day for the oldest invoice, if nothing is paid until then. */
    static List<OpenInvoice> on(int offset, List<InvoiceSummary> owed) {
        LocalDate day = owed.getFirst().dueOn().plusDays(offset);
        return owed.stream()
                .filter(invoice ->
                        invoice.equals(owed.getFirst()) || !invoice.issuedOn().isAfter(day))
                .limit(LISTED)
                .map(invoice -> new OpenInvoice(
                        invoice.number(),
                        invoice.dueOn(),
                        invoice.open(),
                        (int) Math.max(0, ChronoUnit.DAYS.between(invoice.dueOn(), day)),
                        null))
                .toList();
    }
}
