package com.duemate.platform.tenancy.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.MayRunPlatform;
import com.duemate.platform.tenancy.StaffActs;
import com.duemate.platform.tenancy.Surface;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.tenancy.TenantStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@MayRunPlatform
class SqlTenantRegistry implements TenantRegistry {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TenancySettings settings;
    private final StaffActs trail;

    SqlTenantRegistry(JdbcClient jdbc, BusinessClock clock, TenancySettings settings, StaffActs trail) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.trail = trail;
    }

    @Override
    @Transactional
    public TenantId create(NewTenant tenant) {
        var id = Ids.next();
        var host = tenant.slug() + "." + settings.baseHost();
        var reseller = tenant.reseller();
        int added = jdbc.sql("""
                        insert into tenancy.tenant (id, slug, name, status, currency, locale, zone, test_mode, portal_host,
                                                    reseller_id, created_at)
                        values (?, ?, ?, 'ACTIVE', ?, ?, ?, ?, ?, ?, ?) on conflict (slug) do nothing""")
                .params(
                        id,
                        tenant.slug(),
                        tenant.name(),
                        tenant.currency().getCurrencyCode(),
                        tenant.locale().toLanguageTag(),
                        tenant.zone().getId(),
                        tenant.testMode(),
                        host)
                .param(reseller == null ? null : reseller.value())
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new SlugTaken(tenant.slug());
        }
        addHost(host, id);
        trail.recordAfterwards(new TenantId(id), "tenancy.create", Map.of("slug", tenant.slug()));
        return new TenantId(id);
    }

    private void addHost(String host, UUID tenant) {
        jdbc.sql(
                        "insert into tenancy.host (host, tenant_id, surface, verified, canonical) values (?, ?, ?, true, true)")
                .params(host, tenant, Surface.CUSTOMER_PORTAL.name())
                .update();
        jdbc.sql(
                        "insert into scope.handle (kind, digest, subject, tenant_id, detail) values ('HOST', sha256(?::bytea), ?, ?, ?)")
                .params(
                        host.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        tenant,
                        tenant,
                        Surface.CUSTOMER_PORTAL.name())
                .update();
    }

    @Override
    @Transactional
    public void suspend(TenantId tenant) {
        changeStatus(tenant, TenantStatus.SUSPENDED);
    }

    @Override
    @Transactional
    public void reactivate(TenantId tenant) {
        changeStatus(tenant, TenantStatus.ACTIVE);
    }

    @Override
    @Transactional
    public void allowReminders(TenantId tenant, @Nullable Integer monthly) {
        if (monthly != null && (monthly < 0 || monthly > MOST_REMINDERS)) {
            throw new IllegalArgumentException("0 to " + MOST_REMINDERS + " reminders a month");
        }
        jdbc.sql("update tenancy.tenant set monthly_reminders = ? where id = ?")
                .param(monthly)
                .param(tenant.value())
                .update();
        trail.recordAfterwards(
                tenant, "tenancy.allowReminders", Map.of("monthly", monthly == null ? "unlimited" : monthly));
    }

    private void changeStatus(TenantId tenant, TenantStatus status) {
        jdbc.sql("update tenancy.tenant set status = ? where id = ?")
                .params(status.name(), tenant.value())
                .update();
        trail.recordAfterwards(tenant, "tenancy.changeStatus", Map.of("status", status.name()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TenantSummary> list() {
        return jdbc.sql("select * from tenancy.tenant order by created_at, id")
                .query(this::summary)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TenantSummary> find(String slug) {
        return jdbc.sql("select * from tenancy.tenant where slug = ?")
                .param(slug)
                .query(this::summary)
                .optional();
    }

    private TenantSummary summary(ResultSet row, int number) throws SQLException {
        var reseller = row.getObject("reseller_id", UUID.class);
        return new TenantSummary(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                TenantStatus.valueOf(row.getString("status")),
                settings.url(row.getString("portal_host")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                reseller == null ? null : new TenantId(reseller),
                row.getObject("monthly_reminders", Integer.class));
    }
}
