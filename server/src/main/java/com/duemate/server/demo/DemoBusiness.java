package com.duemate.server.demo;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.branding.Brands;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.springframework.stereotype.Component;

/** Lives a tenant's history through the same front desks that people use. */
@Component
@DemoOnly
class DemoBusiness {

    private final Customers customers;
    private final Invoices invoices;
    private final Payments payments;
    private final Arrangements arrangements;
    private final Brands brands;
    private final DemoPolicies policies;

    DemoBusiness(
            Customers customers,
            Invoices invoices,
            Payments payments,
            Arrangements arrangements,
            Brands brands,
            DemoPolicies policies) {
        this.customers = customers;
        this.invoices = invoices;
        this.payments = payments;
        this.arrangements = arrangements;
        this.brands = brands;
        this.policies = policies;
    }

    /** Something that is to happen at an instant, in a tenant's scope. */
    record Happening(Instant at, long order, TenantId tenant, Runnable action) implements Comparable<Happening> {

        void happen() {
            Backstage.run(new Scope.Tenant(tenant), action);
        }

        @Override
        public int compareTo(Happening other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    void open(TenantId id, DemoTenant tenant) {
        Backstage.run(new Scope.Tenant(id), () -> {
            brands.change(new Brands.Draft(
                    tenant.name(),
                    tenant.accent(),
                    tenant.footer(),
                    tenant.name(),
                    "billing@" + tenant.slug() + ".example"));
            policies.open(tenant);
        });
    }

    /**
     * Adds everything that happens at the tenant up to now, each to be run when the clock has come to its instant; what follows from
     * it is added to the same queue then.
     */
    void plan(TenantId id, DemoTenant tenant, Instant now, PriorityQueue<Happening> queue) {
        var today = LocalDate.ofInstant(now, tenant.zone());
        var draws = DemoHistory.of(tenant, today);
        var ids = new ArrayList<CustomerId>();
        long order = 0;
        var start = DemoHistory.morning(draws.getFirst().issuedOn().minusDays(1), tenant);
        for (int i = 0; i < tenant.customers().size(); i++) {
            int customer = i;
            queue.add(new Happening(start, order++, id, () -> ids.add(add(customer, tenant))));
        }
        for (var draw : draws) {
            long key = order++;
            queue.add(new Happening(
                    DemoHistory.morning(draw.issuedOn(), tenant),
                    key,
                    id,
                    () -> issue(draw, tenant, ids.get(draw.customer()), key, id, queue, now)));
        }
    }

    private CustomerId add(int customer, DemoTenant tenant) {
        var name = tenant.customers().get(customer);
        var mailbox = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var outcome = customers.create(new DraftCustomer(
                null,
                name,
                "accounts@" + mailbox + ".example",
                null,
                tenant.locale().toLanguageTag(),
                tenant.zone().getId(),
                tenant.town().address(customer)));
        return ((Customers.Outcome.Done) outcome).id();
    }

    private void issue(
            DemoHistory.Draw draw,
            DemoTenant tenant,
            CustomerId customer,
            long key,
            TenantId id,
            PriorityQueue<Happening> queue,
            Instant now) {
        var lines = new ArrayList<DraftInvoice.Line>();
        for (int i = 0; i < draw.cents().size(); i++) {
            lines.add(DraftInvoice.Line.of(
                    i == 0 ? draw.work() : draw.work() + " (" + (i + 1) + ")",
                    draw.cents().get(i)));
        }
        boolean draft = draw.fate() == DemoHistory.Fate.DRAFT;
        var outcome = invoices.create(
                new DraftInvoice(customer, null, draw.issuedOn(), draw.dueOn(), null, lines, draw.work()), draft);
        if (!draft && outcome instanceof Invoices.Outcome.Done done) {
            fate(draw, tenant, customer, done.id(), key, id).stream()
                    .filter(happening -> !happening.at().isAfter(now))
                    .forEach(queue::add);
        }
    }

    private List<Happening> fate(
            DemoHistory.Draw draw, DemoTenant tenant, CustomerId customer, InvoiceId invoice, long key, TenantId id) {
        var paidAt = DemoHistory.morning(
                draw.paidOn().isBefore(draw.issuedOn()) ? draw.issuedOn().plusDays(1) : draw.paidOn(), tenant);
        var total = new Money(draw.total(), tenant.currency());
        var half = new Money(draw.total() / 2, tenant.currency());
        return switch (draw.fate()) {
            case DRAFT -> List.of();
            case PAID -> List.of(pay(paidAt, key, id, customer, invoice, total, "all"));
            case PAID_IN_PARTS ->
                List.of(
                        pay(paidAt, key, id, customer, invoice, half, "first"),
                        pay(paidAt.plusSeconds(86_400 * 6), key, id, customer, invoice, total.minus(half), "rest"));
            case PARTLY_PAID -> List.of(pay(paidAt, key, id, customer, invoice, half, "first"));
            case PROMISED ->
                List.of(new Happening(
                        DemoHistory.morning(draw.dueOn().plusDays(2), tenant),
                        key,
                        id,
                        () -> arrangements.promise(invoice, draw.dueOn().plusDays(12))));
            case DISPUTED ->
                List.of(new Happening(
                        DemoHistory.morning(draw.dueOn().minusDays(2), tenant),
                        key,
                        id,
                        () -> arrangements.dispute(invoice, draw.work())));
            case VOIDED ->
                List.of(new Happening(
                        DemoHistory.morning(draw.issuedOn().plusDays(1), tenant),
                        key,
                        id,
                        () -> invoices.voidInvoice(invoice, draw.work())));
        };
    }

    private Happening pay(
            Instant at, long key, TenantId id, CustomerId customer, InvoiceId invoice, Money amount, String part) {
        return new Happening(
                at,
                key,
                id,
                () -> payments.record(new Payments.ManualPayment(
                        "demo-" + key + "-" + part, customer, amount, List.of(invoice), at, "bank")));
    }
}
