package com.duemate.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class StaffTrailTest {

    @Autowired
    World world;

    @Autowired
    TenantRegistry registry;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatStaffDidStandsInTheTenantsTrail() {
        var tenant = world.aTenant();
        world.inTransaction(new Scope.Staff(), () -> {
            registry.suspend(tenant);
            return true;
        });
        assertThat(world.inTransaction(
                        new Scope.Tenant(tenant), () -> jdbc.sql("select action from audit.entry order by system_at")
                                .query(String.class)
                                .list()))
                .startsWith("tenancy.create")
                .endsWith("tenancy.changeStatus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit.entry set action = 'x'", "delete from audit.entry", "truncate audit.entry"})
    void theTrailIsOnlyEverAddedTo(String statement) {
        var tenant = world.aTenant();
        assertThatThrownBy(() -> world.inTransaction(
                        new Scope.Tenant(tenant), () -> jdbc.sql(statement).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
