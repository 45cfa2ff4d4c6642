package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.SendRules;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.adaptive.AdviceBook;
import com.duemate.platform.reminders.safety.Brakes;
import com.duemate.platform.reminders.safety.Braking;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lays out all that weighing must know, for many customers of a tenant with few statements. */
@Repository
class Dossiers {

    private static final Duration CONTACTS_BACK = Duration.ofDays(9);

    private final JdbcClient jdbc;
    private final OpenItems items;
    private final Tenants tenants;
    private final Messages messages;
    private final RuleBook rules;
    private final Brakes brakes;

    Dossiers(JdbcClient jdbc, OpenItems items, Tenants tenants, Messages messages, RuleBook rules, Brakes brakes) {
        this.jdbc = jdbc;
        this.items = items;
        this.tenants = tenants;
        this.messages = messages;
        this.rules = rules;
        this.brakes = brakes;
    }

    /** In the order of the customers' ids. To send what comes of it, hold the locks of the customers first. */
    List<Dossier> load(Collection<CustomerId> customers, Instant now) {
        var tenant = tenants.current();
        var standing = rules.current();
        var braking = brakes.current(tenant, now);
        var laid = items.load(customers, tenant.zone());
        var contacts = messages.contactsSince(customers, now.minus(CONTACTS_BACK));
        return jdbc.sql("""
                        select c.id, c.name, c.email, c.phone, c.locale, c.zone, c.hold_reason, c.street,
                               exists (select from notifications.pub_suppression s
                                       where s.tenant_id = c.tenant_id and s.channel = 'EMAIL' and s.address = c.email) as no_email,
                               exists (select from notifications.pub_suppression s
                                       where s.tenant_id = c.tenant_id and s.channel = 'SMS' and s.address = c.phone) as no_sms, %s
                        from customers.pub_customer c %s where c.id = any(?) order by c.id""".formatted(AdviceBook.COLUMNS, AdviceBook.JOIN))
                .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    var customer = new CustomerId(row.getObject("id", UUID.class));
                    return dossier(
                            row,
                            tenant,
                            Objects.requireNonNull(laid.get(customer)),
                            new Moment(now, standing, braking, contacts.getOrDefault(customer, List.of())));
                })
                .list();
    }

    private record Moment(Instant now, SendRules rules, Braking braking, List<Instant> contacts) {}

    private static Dossier dossier(ResultSet row, TenantProfile tenant, OpenItems.Laid laid, Moment moment)
            throws SQLException {
        return new Dossier(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Optional.ofNullable(row.getString("locale"))
                        .map(Locale::forLanguageTag)
                        .orElse(tenant.locale()),
                new Situation(
                        moment.now,
                        new TenantState(
                                tenant.testMode(),
                                tenant.status() == TenantStatus.SUSPENDED,
                                tenant.locale(),
                                moment.braking),
                        moment.rules.hours(),
                        moment.rules.budget(),
                        debtor(row, tenant, moment.rules.hours()),
                        laid.items(),
                        moment.contacts),
                laid.rows());
    }

    /** Text messages reach nobody yet but in test mode, where they are kept. */
    private static Debtor debtor(ResultSet row, TenantProfile tenant, SendHours hours) throws SQLException {
        var reachable = EnumSet.noneOf(StepChannel.class);
        if (row.getString("email") != null) {
            reachable.add(StepChannel.EMAIL);
        }
        if (row.getString("phone") != null && tenant.testMode()) {
            reachable.add(StepChannel.SMS);
        }
        if (row.getString("street") != null) {
            reachable.add(StepChannel.LETTER);
        }
        var suppressed = EnumSet.noneOf(StepChannel.class);
        if (row.getBoolean("no_email")) {
            suppressed.add(StepChannel.EMAIL);
        }
        if (row.getBoolean("no_sms")) {
            suppressed.add(StepChannel.SMS);
        }
        return new Debtor(
                Planning.zone(row.getString("zone"), tenant),
                reachable,
                suppressed,
                row.getString("hold_reason") == null ? null : new Hold(null),
                AdviceBook.read(row, tenant.id(), new CustomerId(row.getObject("id", UUID.class)), hours));
    }
}
