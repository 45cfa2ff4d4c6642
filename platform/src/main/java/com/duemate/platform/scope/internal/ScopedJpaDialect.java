package com.duemate.platform.scope.internal;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DelegatingTransactionDefinition;

/** Leaves read-only and isolation to the place where connections are handed out: here the transaction would be open already. */
final class ScopedJpaDialect extends HibernateJpaDialect {

    ScopedJpaDialect() {
        setPrepareConnection(false);
    }

    @Override
    public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition) throws SQLException {
        return super.beginTransaction(entityManager, new DelegatingTransactionDefinition(definition) {
            @Override
            public int getIsolationLevel() {
                return ISOLATION_DEFAULT;
            }
        });
    }
}
