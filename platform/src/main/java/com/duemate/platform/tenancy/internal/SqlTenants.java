package com.duemate.platform.tenancy.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.MayManage;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class SqlTenants implements Tenants {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final TenancySettings settings;

    SqlTenants(JdbcClient jdbc, AuditTrail trail, TenancySettings settings) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public TenantProfile current() {
        return jdbc.sql("select * from tenancy.tenant where id = ?")
                .param(Scopes.tenant().value())
                .query(this::profile)
                .single();
    }

    @Override
    @MayManage
    @Transactional
    public void changeSettings(Settings wanted) {
        jdbc.sql("update tenancy.tenant set name = ?, currency = ?, locale = ?, zone = ?, test_mode = ? where id = ?")
                .params(
                        wanted.name().strip(),
                        wanted.currency().getCurrencyCode(),
                        wanted.locale().toLanguageTag(),
                        wanted.zone().getId(),
                        wanted.testMode(),
                        Scopes.tenant().value())
                .update();
        trail.record(
                "tenancy.changeSettings",
                Scopes.tenant().value(),
                Map.of("name", wanted.name(), "zone", wanted.zone().getId(), "testMode", wanted.testMode()));
    }

    private TenantProfile profile(ResultSet row, int number) throws SQLException {
        var reseller = row.getObject("reseller_id", UUID.class);
        return new TenantProfile(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                TenantStatus.valueOf(row.getString("status")),
                Currency.getInstance(row.getString("currency")),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("test_mode"),
                settings.url(row.getString("portal_host")),
                reseller == null ? null : new TenantId(reseller),
                row.getObject("monthly_reminders", Integer.class));
    }
}
