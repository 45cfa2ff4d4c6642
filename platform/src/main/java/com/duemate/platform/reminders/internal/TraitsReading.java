package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.tenancy.TenantProfile;
import com.ibm.icu.util.TimeZone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what rules look at: at most two statements, however many invoices. */
@Repository
class TraitsReading {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String TRAITS = """
            select i.id, i.number, i.subject, i.currency, i.total, i.open, i.issued_on, i.due_on, i.customer_id,
                   c.name, c.number as customer_number, c.locale, c.zone, p.policy_id
            from invoicing.pub_invoice i
            join customers.pub_customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
            left join reminders.plan p on p.tenant_id = i.tenant_id and p.invoice_id = i.id and p.state = 'RUNNING'
            where i.status in ('OPEN', 'PARTLY_PAID') and""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    TraitsReading(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param running the policy of its running plan; null without one */
    record Owed(
            InvoiceTraits traits,
            Money open,
            LocalDate dueOn,
            @Nullable PolicyId running) {}

    /** The policy of each of these that is owed. */
    Map<InvoiceId, PolicyId> assign(Collection<UUID> invoices, Assigning assigning, TenantProfile tenant) {
        var ids = invoices.toArray(UUID[]::new);
        var late = assigning.asksForLatePayments()
                ? paidLate(
                        tenant,
                        "and customer_id in (select customer_id from invoicing.pub_invoice where id = any(?))",
                        Collections.singletonList(ids))
                : Map.<UUID, Integer>of();
        var reader = new Rows(tenant, late);
        var assigned = new HashMap<InvoiceId, PolicyId>();
        jdbc.sql(TRAITS + " i.id = any(?)").param(ids).query(row -> {
            var traits = reader.owed(row).traits();
            assigned.put(traits.id(), assigning.policyFor(traits));
        });
        return assigned;
    }

    /**
     * Shows what is owed, oldest due date first, without keeping it.
     *
     * @return false when there is more than was shown
     */
    boolean showOwed(int limit, Assigning assigning, TenantProfile tenant, Consumer<Owed> to) {
        var late = assigning.asksForLatePayments() ? paidLate(tenant, "", List.of()) : Map.<UUID, Integer>of();
        var reader = new Rows(tenant, late);
        var shown = new int[1];
        jdbc.sql(TRAITS + " true order by i.due_on, i.id limit ?")
                .param(limit + 1)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    if (shown[0]++ < limit) {
                        to.accept(reader.owed(row));
                    }
                });
        return shown[0] <= limit;
    }

    private Map<UUID, Integer> paidLate(TenantProfile tenant, String whose, List<?> parameters) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select customer_id, count(*)::int as times from invoicing.pub_invoice
                        where status = 'PAID' and paid_on > due_on and paid_on > ? %s group by customer_id""".formatted(whose))
                .param(clock.today(tenant.zone()).minusYears(1))
                .params(parameters)
                .query(row -> {
                    counts.put(row.getObject("customer_id", UUID.class), row.getInt("times"));
                });
        return counts;
    }

    /** Reads rows with what holds for all of them; countries are looked up once a zone. */
    private static final class Rows {

        private final TenantProfile tenant;
        private final Map<UUID, Integer> late;
        private final Map<String, String> countries = new HashMap<>();

        Rows(TenantProfile tenant, Map<UUID, Integer> late) {
            this.tenant = tenant;
            this.late = late;
        }

        Owed owed(ResultSet row) throws SQLException {
            var currency = row.getString("currency");
            var dueOn = row.getObject("due_on", LocalDate.class);
            var customer = row.getObject("customer_id", UUID.class);
            var traits = new InvoiceTraits(
                    new InvoiceId(row.getObject("id", UUID.class)),
                    row.getString("number"),
                    row.getString("subject"),
                    Money.of(row.getLong("total"), currency),
                    (int) ChronoUnit.DAYS.between(row.getObject("issued_on", LocalDate.class), dueOn),
                    new InvoiceTraits.Customer(
                            new CustomerId(customer),
                            row.getString("name"),
                            row.getString("customer_number"),
                            orElse(row.getString("locale"), Locale::forLanguageTag, tenant.locale())
                                    .getLanguage(),
                            countries.computeIfAbsent(
                                    orElse(
                                            row.getString("zone"),
                                            Function.identity(),
                                            tenant.zone().getId()),
                                    Rows::country),
                            late.getOrDefault(customer, 0)));
            var running = row.getObject("policy_id", UUID.class);
            return new Owed(
                    traits,
                    Money.of(row.getLong("open"), currency),
                    dueOn,
                    running == null ? null : new PolicyId(running));
        }

        private static <T> T orElse(@Nullable String own, Function<String, T> read, T tenants) {
            return Optional.ofNullable(own).map(read).orElse(tenants);
        }

        /** ISO 3166, from the zone database; empty for zones of the sea and offsets. */
        private static String country(String zone) {
            try {
                var region = TimeZone.getRegion(zone);
                return region.length() == 2 ? region : "";
            } catch (IllegalArgumentException _) {
                return "";
            }
        }
    }
}
