package com.duemate.platform.scope.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.scope.Plane;
import com.duemate.platform.scope.UnsafeDatabase;
import com.duemate.platform.testkit.TestPlanes;
import com.duemate.platform.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server refuses to start with a login that row security does not bind. */
class PlaneGuardTest {

    private static final String URL = String.valueOf(TestPlanes.settings().get("duemate.scope.tenant.url"));

    @ParameterizedTest
    @EnumSource
    void takesEachPlanesOwnLogin(Plane plane) {
        assertThatCode(() -> PlaneGuard.check(plane, as(plane.login()))).doesNotThrowAnyException();
    }

    @Test
    void refusesTheOwnerAndAnyOtherLogin() {
        assertThatThrownBy(() -> PlaneGuard.check(Plane.TENANT, as("duemate_owner")))
                .isInstanceOf(UnsafeDatabase.class)
                .hasMessage("refusing to start: plane TENANT connects as duemate_owner instead of duemate_tenant");
        assertThatThrownBy(() -> PlaneGuard.check(Plane.TENANT, as("duemate_engine")))
                .isInstanceOf(UnsafeDatabase.class);
    }

    @Test
    void refusesALoginThatWasGivenPowers() throws SQLException {
        try (var admin = TestPostgres.shared().asSuperuser("duemate");
                var statement = admin.createStatement()) {
            statement.execute("alter role duemate_door bypassrls");
            try {
                assertThatThrownBy(() -> PlaneGuard.check(Plane.DOOR, as("duemate_door")))
                        .isInstanceOf(UnsafeDatabase.class)
                        .hasMessageContaining("powers beyond row security");
            } finally {
                statement.execute("alter role duemate_door nobypassrls");
            }
        }
    }

    @Test
    void saysWhenTheDatabaseIsNotThere() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/duemate", "duemate_tenant", "test");
        assertThatThrownBy(() -> PlaneGuard.check(Plane.TENANT, nowhere))
                .isInstanceOf(UnsafeDatabase.class)
                .hasMessageContaining("not reachable");
    }

    private static DataSource as(String login) {
        return new DriverManagerDataSource(URL, login, "test") {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                connection.setAutoCommit(false);
                return connection;
            }
        };
    }
}
