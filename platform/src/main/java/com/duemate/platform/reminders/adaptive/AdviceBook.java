package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.scope.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The advice for customers as it stands, for those who weigh and plan; any number with the statement they need anyway. */
@Repository
public class AdviceBook {

    /** What {@link #read} reads, of a statement that joins {@link #JOIN}. */
    public static final String COLUMNS =
            "t.hold_out, t.leeway, t.epoch, h.acts, h.usual_from, h.usual_to, h.friendly_as, h.neutral_as, h.firm_as";

    /** To {@code customers.pub_customer c}. */
    public static final String JOIN = """
            left join reminders.adaptive t on t.tenant_id = c.tenant_id and t.is_on
            left join reminders.habit h on h.tenant_id = t.tenant_id and h.customer_id = c.id
            """;

    private final JdbcClient jdbc;

    AdviceBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that are there. */
    public Map<CustomerId, Advice> of(Collection<CustomerId> customers, SendHours hours) {
        var tenant = Scopes.tenant();
        var all = new HashMap<CustomerId, Advice>();
        jdbc.sql("select c.id, %s from customers.pub_customer c %s where c.id = any(?)".formatted(COLUMNS, JOIN))
                .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query(row -> {
                    var customer = new CustomerId(row.getObject("id", UUID.class));
                    all.put(customer, read(row, tenant, customer, hours));
                });
        return all;
    }

    public static Advice read(ResultSet row, TenantId tenant, CustomerId customer, SendHours hours)
            throws SQLException {
        var leeway = row.getString("leeway");
        if (leeway == null) {
            return Advice.OFF;
        }
        return finding(row)
                .advice(
                        Leeway.valueOf(leeway),
                        hours,
                        HoldOut.holds(tenant, customer, row.getInt("epoch"), row.getInt("hold_out")));
    }

    static Finding finding(ResultSet row) throws SQLException {
        var tones = new EnumMap<Tone, Tone>(Tone.class);
        put(tones, Tone.FRIENDLY, row.getString("friendly_as"));
        put(tones, Tone.NEUTRAL, row.getString("neutral_as"));
        put(tones, Tone.FIRM, row.getString("firm_as"));
        var from = row.getObject("usual_from", Integer.class);
        return new Finding(
                row.getInt("acts"), from == null ? null : new UsualHours(from, row.getInt("usual_to")), tones);
    }

    private static void put(Map<Tone, Tone> tones, Tone wanted, @Nullable String advised) {
        if (advised != null) {
            tones.put(wanted, Tone.valueOf(advised));
        }
    }
}
