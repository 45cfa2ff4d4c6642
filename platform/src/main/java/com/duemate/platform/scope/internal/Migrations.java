package com.duemate.platform.scope.internal;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Brings the schema up to date as the owner, where this process has the owner's login at all. */
final class Migrations {

    private Migrations() {}

    static void run(ScopeSettings.@Nullable Login owner) {
        if (owner == null) {
            return;
        }
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .createSchemas(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
