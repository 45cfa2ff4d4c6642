package com.duemate.platform.scope;

import org.flywaydb.core.Flyway;

/** The schema of all rooms: one history, forward only, written by the owner alone. */
public final class Schema {

    private Schema() {}

    /** Brings the database up to date as its owner. @throws org.flywaydb.core.api.FlywayException when it cannot */
    public static void migrate(String url, String owner, String password) {
        Flyway.configure()
                .dataSource(url, owner, password)
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .createSchemas(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
