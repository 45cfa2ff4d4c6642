package com.duemate.platform.scope.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The data source everybody may inject. It has no connection of its own: inside a transaction Spring finds the one that
 * the transaction manager bound, and outside one there is nothing to get.
 */
final class TransactionalDataSource extends AbstractDataSource {

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLException("the database is reached only inside a transaction");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
