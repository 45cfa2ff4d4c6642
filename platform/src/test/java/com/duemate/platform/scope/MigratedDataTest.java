package com.duemate.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TestPlanes;
import com.duemate.platform.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R8: under FORCE an owner's UPDATE changes nothing and says nothing, so a migration that touches rows must lift it and count. */
@PlatformTest
class MigratedDataTest {

    private static final Pattern TOUCHES_ROWS = Pattern.compile(
            "(?m)(?:^|;)\\s*(update\\s+\\w+\\.\\w+|delete\\s+from\\s+\\w+\\.\\w+|insert\\s+into\\s+\\w+\\.\\w+)");

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anOwnersUpdateChangesRowsOnlyWhereForceIsLifted() throws SQLException {
        var tenant = world.aTenant();
        var customer = world.aCustomer(tenant);
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "insert into testkit.probe (id, customer_id, amount) values (gen_random_uuid(), ?, 5)")
                .param(customer.value())
                .update());
        try (var owner = owner()) {
            owner.setAutoCommit(false);
            assertThat(raise(owner)).isZero();
            execute(owner, "alter table testkit.probe no force row level security");
            assertThat(raise(owner)).isPositive();
            execute(owner, "alter table testkit.probe force row level security");
            assertThat(raise(owner)).isZero();
            owner.rollback();
        }
    }

    @Test
    void everyMigrationThatTouchesRowsLiftsForceAndCountsThem() throws IOException {
        for (var file : migrations()) {
            assertThat(isCareless(Files.readString(file))).as(file.toString()).isFalse();
        }
        assertThat(isCareless("update invoicing.invoice set number = 'x';")).isTrue();
        assertThat(isCareless("alter table a.b no force row level security; update a.b set c = 1;"))
                .isTrue();
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }

    /** Bodies of functions run later, in somebody's scope. */
    private static boolean isCareless(String sql) {
        var lower = sql.toLowerCase(Locale.ROOT)
                .replaceAll("(?s)\\$\\$.*?\\$\\$", "")
                .replaceAll("--[^\\n]*", "");
        return TOUCHES_ROWS.matcher(lower).find()
                && !(lower.contains("no force row level security")
                        && sql.toLowerCase(Locale.ROOT).contains("row_count"));
    }

    private static int raise(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            return statement.executeUpdate("update testkit.probe set amount = amount + 1");
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection owner() throws SQLException {
        var settings = TestPlanes.settings();
        return DriverManager.getConnection(
                String.valueOf(settings.get("duemate.scope.owner.url")), "duemate_owner", "test");
    }
}
