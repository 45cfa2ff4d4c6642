package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.internal.Standing.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lays out customers' invoices, open or planned, with what is left of their plans and what stands in the way. */
@Repository
class OpenItems {

    private final JdbcClient jdbc;
    private final PolicyBook policies;

    OpenItems(JdbcClient jdbc, PolicyBook policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /** @param rows undecided steps, also those whose invoice is gone */
    record Laid(List<OpenItem> items, List<StepRow> rows) {}

    /** What lies before each of the customers; all of them are in the answer. */
    Map<CustomerId, Laid> load(Collection<CustomerId> customers, ZoneId tenantZone) {
        var ids = customers.stream().map(CustomerId::value).toArray(UUID[]::new);
        var steps = steps(ids);
        var plans = plans(steps, tenantZone);
        var items = invoices(ids, plans);
        var credits = credits(ids);
        var rows = steps.stream().collect(Collectors.groupingBy(Waiting::customer));
        var laid = new HashMap<CustomerId, Laid>();
        for (var customer : customers) {
            laid.put(
                    customer,
                    new Laid(
                            Credit.spend(
                                    credits.getOrDefault(customer, List.of()), items.getOrDefault(customer, List.of())),
                            rows.getOrDefault(customer, List.of()).stream()
                                    .map(Waiting::row)
                                    .toList()));
        }
        return laid;
    }

    private List<Waiting> steps(UUID[] customers) {
        return jdbc.sql("""
                        select s.invoice_id, s.cycle, s.position, s.customer_id, s.due_at, s.reason, %s,
                               p.policy_id, p.policy_version, p.due_on, i.issued_on
                        from reminders.scheduled_step s
                        left join (reminders.plan p join invoicing.pub_invoice i
                                   on i.tenant_id = p.tenant_id and i.id = p.invoice_id)
                          on p.tenant_id = s.tenant_id and p.invoice_id = s.invoice_id and p.cycle = s.cycle
                        where s.customer_id = any(?) order by s.invoice_id, s.position""".formatted(StepRow.Place.COLUMNS))
                .param(customers)
                .query(OpenItems::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var policy = row.getObject("policy_id", UUID.class);
        return new Waiting(
                new StepRow(
                        new StepKey(
                                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                                row.getInt("cycle"),
                                row.getInt("position")),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        StepRow.Place.of(row)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                policy == null
                        ? null
                        : new Origin(
                                new PolicyRef(new PolicyId(policy), row.getInt("policy_version")),
                                row.getObject("issued_on", LocalDate.class),
                                row.getObject("due_on", LocalDate.class)));
    }

    private Map<InvoiceId, Plan> plans(List<Waiting> steps, ZoneId tenantZone) {
        var versions = policies.findAll(steps.stream()
                .flatMap(step -> Optional.ofNullable(step.origin).stream())
                .map(Origin::policy)
                .toList());
        var plans = new HashMap<InvoiceId, Plan>();
        var byInvoice = steps.stream()
                .filter(step -> step.origin != null)
                .collect(Collectors.groupingBy(step -> step.row.key().invoice()));
        var heard = versions.values().stream().anyMatch(OpenItems::asksForContacts)
                ? heardOn(byInvoice.keySet(), tenantZone)
                : Map.<InvoiceId, LocalDate>of();
        byInvoice.forEach((invoice, waiting) -> {
            var origin = Objects.requireNonNull(waiting.getFirst().origin);
            var policy = Optional.ofNullable(versions.get(origin.policy)).orElseThrow();
            plans.put(invoice, plan(waiting, policy, new PlanDays(origin.issuedOn, origin.dueOn, heard.get(invoice))));
        });
        return plans;
    }

    private static boolean asksForContacts(PolicyVersion policy) {
        return policy.steps().stream().anyMatch(step -> step.timing().anchor() == Anchor.LAST_CONTACT);
    }

    private static Plan plan(List<Waiting> waiting, PolicyVersion policy, PlanDays days) {
        var first = waiting.getFirst().row.key();
        var whole = Plan.of(policy, first.cycle(), days, first.position());
        return whole.with(waiting.stream()
                .map(each -> whole.waiting().get(each.row.key().position() - 1))
                .toList());
    }

    /** The day, by the customer's own calendar, on which it last heard of each invoice; those it never heard of are left out. */
    private Map<InvoiceId, LocalDate> heardOn(Collection<InvoiceId> invoices, ZoneId tenantZone) {
        var heard = new HashMap<InvoiceId, LocalDate>();
        jdbc.sql("""
                        select d.invoice_id, max((d.decided_at at time zone coalesce(c.zone, ?))::date) as heard_on
                        from reminders.decision d
                        join customers.pub_customer c on c.tenant_id = d.tenant_id and c.id = d.customer_id
                        left join notifications.pub_message m on m.tenant_id = d.tenant_id and m.id = d.message_id
                        where d.invoice_id = any(?) and d.outcome <> 'SKIPPED'
                          and (d.message_id is null or m.status not in ('FAILED', 'WITHDRAWN')) group by d.invoice_id""")
                .params(
                        tenantZone.getId(),
                        invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .query(row -> {
                    heard.put(
                            new InvoiceId(row.getObject("invoice_id", UUID.class)),
                            row.getObject("heard_on", LocalDate.class));
                });
        return heard;
    }

    private Map<CustomerId, List<OpenItem>> invoices(UUID[] customers, Map<InvoiceId, Plan> plans) {
        var items = new HashMap<CustomerId, List<OpenItem>>();
        jdbc.sql("""
                        select i.id, i.customer_id, i.number, i.status, i.currency, i.open, i.issued_on, i.due_on,
                               exists (select from payments.pub_in_flight f
                                       where f.tenant_id = i.tenant_id and f.invoice_id = i.id) as in_flight,
                               exists (select from arrangements.pub_silence s where s.tenant_id = i.tenant_id
                                       and s.invoice_id = i.id and s.kind = 'DISPUTE') as disputed,
                               (select s.until from arrangements.pub_silence s where s.tenant_id = i.tenant_id
                                and s.invoice_id = i.id and s.kind = 'PROMISE') as promised_until,
                               exists (select from arrangements.pub_silence s where s.tenant_id = i.tenant_id
                                       and s.invoice_id = i.id and s.kind = 'HOLD') as held
                        from invoicing.pub_invoice i
                        where i.customer_id = any(?) and (i.status in ('OPEN', 'PARTLY_PAID') or i.id = any(?))""")
                .param(customers)
                .param(plans.keySet().stream().map(InvoiceId::value).toArray(UUID[]::new))
                .query(row -> {
                    items.computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)), _ -> new ArrayList<>())
                            .add(item(row, plans));
                });
        return items;
    }

    private static OpenItem item(ResultSet row, Map<InvoiceId, Plan> plans) throws SQLException {
        var id = new InvoiceId(row.getObject("id", UUID.class));
        var status =
                switch (row.getString("status")) {
                    case "PAID" -> Status.PAID;
                    case "VOID" -> Status.VOID;
                    case "WRITTEN_OFF" -> Status.WRITTEN_OFF;
                    default -> Status.OPEN;
                };
        return new OpenItem(
                id,
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.of(row.getLong("open"), row.getString("currency")),
                new Standing(
                        status,
                        row.getBoolean("disputed"),
                        row.getObject("promised_until", LocalDate.class),
                        false,
                        row.getBoolean("in_flight"),
                        false,
                        row.getBoolean("held") ? new Hold(null) : null),
                plans.getOrDefault(id, Plan.NONE));
    }

    private Map<CustomerId, List<Money>> credits(UUID[] customers) {
        var credits = new HashMap<CustomerId, List<Money>>();
        jdbc.sql("""
                        select customer_id, currency, -sum(amount) as credit from ledger.pub_balance
                        where account = 'UNAPPLIED' and customer_id = any(?)
                        group by customer_id, currency having sum(amount) < 0""").param(customers).query(row -> {
            credits.computeIfAbsent(new CustomerId(row.getObject("customer_id", UUID.class)), _ -> new ArrayList<>())
                    .add(Money.of(row.getLong("credit"), row.getString("currency")));
        });
        return credits;
    }

    /** @param origin null when the invoice was deleted, and its plan with it */
    private record Waiting(
            StepRow row, CustomerId customer, @Nullable Origin origin) {}

    private record Origin(PolicyRef policy, LocalDate issuedOn, LocalDate dueOn) {}
}
