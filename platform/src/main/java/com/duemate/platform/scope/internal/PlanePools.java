package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.NoScopeBound;
import com.duemate.platform.scope.Plane;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopeConflict;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one place where a connection is handed out and told who is asking. The scope is set transaction-locally by one
 * statement; since that statement opens the transaction, read-only and isolation are set before it.
 */
final class PlanePools implements AutoCloseable {

    /**
     * What runs behind the scenes asks the same questions again and again and is not planned anew for each; a screen's question with
     * its filters is.
     */
    private static final String SET_SCOPE = """
            select set_config('app.tenant_id', ?, true), set_config('app.customer_id', ?, true),
                   set_config('plan_cache_mode', ?, true), set_config('idle_in_transaction_session_timeout', ?, true)""";

    /** After these many seconds of silence in a transaction its locks end: whoever holds them was stopped or cut off. */
    private static final int SILENCE = 60;

    /** Behind the scenes nobody thinks between two statements; the letters of a turn are rendered between two, papers one by one. */
    private static final String SILENCE_BACKSTAGE = "20s";

    /** The engine's transactions are a few statements each, and other workers are waiting. */
    private static final int SILENCE_OF_ENGINE = 5;

    private final Map<Plane, HikariDataSource> pools = new EnumMap<>(Plane.class);

    PlanePools(ScopeSettings settings, Set<Plane> planes) {
        for (var plane : planes) {
            pools.put(plane, open(plane, settings));
        }
    }

    Connection connection(@Nullable Scope scope) throws SQLException {
        if (scope == null) {
            throw new NoScopeBound();
        }
        var pool = pools.get(Plane.of(scope));
        if (pool == null) {
            throw new ScopeConflict("this server's roles open no pool for " + Plane.of(scope));
        }
        var connection = pool.getConnection();
        try {
            if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
                connection.setReadOnly(true);
            }
            var isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
            if (isolation != null) {
                connection.setTransactionIsolation(isolation);
            }
            tell(connection, scope);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void tell(Connection connection, Scope scope) throws SQLException {
        var tenant = "";
        var customer = "";
        switch (scope) {
            case Scope.Tenant t -> tenant = t.tenant().toString();
            case Scope.Customer c -> {
                tenant = c.tenant().toString();
                customer = c.customer().toString();
            }
            case Scope.Engine _, Scope.Staff _, Scope.Door _ -> {
                return;
            }
        }
        try (var statement = connection.prepareStatement(SET_SCOPE)) {
            statement.setString(1, tenant);
            statement.setString(2, customer);
            boolean backstage = Backstage.isActive();
            statement.setString(3, backstage ? "force_generic_plan" : "auto");
            statement.setString(4, backstage ? SILENCE_BACKSTAGE : SILENCE + "s");
            statement.execute();
        }
    }

    Map<Plane, HikariDataSource> all() {
        return pools;
    }

    private static HikariDataSource open(Plane plane, ScopeSettings settings) {
        var login = settings.of(plane);
        var config = new HikariConfig();
        config.setPoolName("duemate-" + plane.name().toLowerCase(Locale.ROOT));
        config.setJdbcUrl(login.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(settings.poolSize(plane));
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "duemate");
        config.addDataSourceProperty(
                "options",
                "-c idle_in_transaction_session_timeout=%ds"
                        .formatted(plane == Plane.ENGINE ? SILENCE_OF_ENGINE : SILENCE));
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
