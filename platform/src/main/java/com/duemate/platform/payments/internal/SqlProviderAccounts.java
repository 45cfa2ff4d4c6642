package com.duemate.platform.payments.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.payments.spi.ProviderAccount;
import com.duemate.platform.payments.spi.ProviderAccounts;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@OnRole({ServerRole.API, ServerRole.WORKER})
class SqlProviderAccounts implements ProviderAccounts {

    private static final String ENDPOINT = "payments.provider_account|endpoint";
    private static final String BY_ID =
            "select id, provider, endpoint, secret from payments.provider_account where id = ?";
    private static final String BY_PROVIDER =
            "select id, provider, endpoint, secret from payments.provider_account where provider = ?";
    private static final String SECRET = "payments.provider_account|secret";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Handles handles;
    private final BusinessClock clock;

    SqlProviderAccounts(JdbcClient jdbc, Seal seal, Handles handles, BusinessClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.handles = handles;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ProviderAccount of(String provider) {
        return find(BY_PROVIDER, provider).orElseGet(() -> make(provider));
    }

    @Transactional(readOnly = true)
    Optional<ProviderAccount> find(UUID id) {
        return find(BY_ID, id);
    }

    private Optional<ProviderAccount> find(String statement, Object value) {
        return jdbc.sql(statement).param(value).query(this::account).optional();
    }

    private ProviderAccount make(String provider) {
        var account = new ProviderAccount(Ids.next(), provider, Secrets.next(), Secrets.next());
        int added = jdbc.sql("""
                        insert into payments.provider_account (id, provider, endpoint, secret, created_at)
                        values (?, ?, ?, ?, ?) on conflict (tenant_id, provider) do nothing""")
                .params(
                        account.id(),
                        provider,
                        seal.seal(ENDPOINT, account.id(), account.endpoint()),
                        seal.seal(SECRET, account.id(), account.secret()),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return find(BY_PROVIDER, provider).orElseThrow();
        }
        handles.register(
                HandleKind.WEBHOOK_ENDPOINT, account.endpoint(), account.id(), Handles.Registration.of(provider));
        return account;
    }

    private ProviderAccount account(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ProviderAccount(
                id,
                row.getString("provider"),
                seal.open(ENDPOINT, id, row.getBytes("endpoint")),
                seal.open(SECRET, id, row.getBytes("secret")));
    }
}
