package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.Tone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the advisor finds; in the caller's transaction, some customers at a time. */
@Component
public class Learning {

    private static final int CUSTOMERS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Advisor advisor;
    private final AdaptiveRows settings;

    Learning(JdbcClient jdbc, Advisor advisor, AdaptiveRows settings) {
        this.jdbc = jdbc;
        this.advisor = advisor;
        this.settings = settings;
    }

    /**
     * @param customers those that were looked at, in ascending order
     * @param changed those of them whose advice is another now
     * @param complete false when more customers follow
     */
    public record Page(List<CustomerId> customers, Set<CustomerId> changed, boolean complete) {}

    /** The customers that follow this one; nothing is learned while the tenant does not want it. */
    public Page learn(UUID after, Instant now) {
        var customers = customersAfter(after);
        var changed = settings.current().on() ? learn(customers, now) : Set.<CustomerId>of();
        return new Page(customers, changed, customers.size() < CUSTOMERS_AT_ONCE);
    }

    private Set<CustomerId> learn(List<CustomerId> customers, Instant now) {
        var before = kept(customers);
        var found = advisor.look(customers, now);
        var changed = new HashSet<CustomerId>();
        var gone = new ArrayList<CustomerId>();
        var write = new HashMap<CustomerId, Finding>();
        for (var customer : customers) {
            var old = before.getOrDefault(customer, Finding.NONE);
            var fresh = found.getOrDefault(customer, Finding.NONE);
            if (!fresh.advisesAs(old)) {
                changed.add(customer);
            }
            if (!fresh.equals(old)) {
                if (fresh.isEmpty()) {
                    gone.add(customer);
                } else {
                    write.put(customer, fresh);
                }
            }
        }
        keep(write, now);
        forget(gone);
        return changed;
    }

    private List<CustomerId> customersAfter(UUID after) {
        return jdbc.sql("select id from customers.pub_customer where id > ? order by id limit ?")
                .params(after, CUSTOMERS_AT_ONCE)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    private Map<CustomerId, Finding> kept(Collection<CustomerId> customers) {
        var kept = new HashMap<CustomerId, Finding>();
        jdbc.sql("""
                        select customer_id, acts, usual_from, usual_to, friendly_as, neutral_as, firm_as from reminders.habit
                        where customer_id = any(?)""").param(uuids(customers)).query(row -> {
            kept.put(new CustomerId(row.getObject("customer_id", UUID.class)), AdviceBook.finding(row));
        });
        return kept;
    }

    private void keep(Map<CustomerId, Finding> findings, Instant now) {
        if (findings.isEmpty()) {
            return;
        }
        var all = List.copyOf(findings.values());
        jdbc.sql("""
                        insert into reminders.habit (customer_id, acts, usual_from, usual_to, friendly_as, neutral_as, firm_as, learned_at)
                        select u.*, ?::timestamptz
                        from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[]) u
                        order by 1
                        on conflict (tenant_id, customer_id) do update set acts = excluded.acts, usual_from = excluded.usual_from,
                            usual_to = excluded.usual_to, friendly_as = excluded.friendly_as, neutral_as = excluded.neutral_as,
                            firm_as = excluded.firm_as, learned_at = excluded.learned_at""")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(uuids(findings.keySet()))
                .param(column(all, Finding::acts))
                .param(column(
                        all, each -> each.usual() == null ? null : each.usual().from()))
                .param(column(
                        all, each -> each.usual() == null ? null : each.usual().to()))
                .param(tones(all, Tone.FRIENDLY))
                .param(tones(all, Tone.NEUTRAL))
                .param(tones(all, Tone.FIRM))
                .update();
    }

    private void forget(Collection<CustomerId> customers) {
        if (!customers.isEmpty()) {
            jdbc.sql("delete from reminders.habit where customer_id = any(?)")
                    .param(uuids(customers))
                    .update();
        }
    }

    private static Integer[] column(List<Finding> findings, Function<Finding, @Nullable Integer> value) {
        return findings.stream().map(value).toArray(Integer[]::new);
    }

    private static String[] tones(List<Finding> findings, Tone wanted) {
        return findings.stream()
                .map(each -> each.tones().get(wanted))
                .map(tone -> tone == null ? null : tone.name())
                .toArray(String[]::new);
    }

    private static UUID[] uuids(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(UUID[]::new);
    }
}
