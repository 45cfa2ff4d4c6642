package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopeConflict;
import com.duemate.platform.scope.Scopes;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/** Hibernate's way to a connection: the session's scope chooses the pool. */
final class ScopedConnectionProvider implements MultiTenantConnectionProvider<Scope> {

    private final transient PlanePools pools;

    ScopedConnectionProvider(PlanePools pools) {
        this.pools = pools;
    }

    @Override
    public Connection getConnection(Scope scope) throws SQLException {
        if (!scope.equals(Scopes.current())) {
            throw new ScopeConflict("the scope changed inside a session");
        }
        return pools.connection(scope);
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        throw new SQLException("there is no connection without a scope");
    }

    @Override
    public void releaseConnection(Scope scope, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> unwrapType) {
        return unwrapType.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> unwrapType) {
        return unwrapType.cast(this);
    }
}
