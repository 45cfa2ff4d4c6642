package com.duemate.platform.scope.internal;

import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

final class ScopedJpaVendorAdapter extends HibernateJpaVendorAdapter {

    private final HibernateJpaDialect dialect = new ScopedJpaDialect();

    @Override
    public HibernateJpaDialect getJpaDialect() {
        return dialect;
    }
}
