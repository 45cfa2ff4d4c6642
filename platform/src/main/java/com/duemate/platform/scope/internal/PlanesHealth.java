package com.duemate.platform.scope.internal;

import java.sql.SQLException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when every plane this process opened answers. */
@Component("planes")
class PlanesHealth implements HealthIndicator {

    private static final int SECONDS = 2;

    private final PlanePools pools;

    PlanesHealth(PlanePools pools) {
        this.pools = pools;
    }

    @Override
    public Health health() {
        var health = Health.up();
        pools.all().forEach((plane, pool) -> {
            try (var connection = pool.getConnection()) {
                if (!connection.isValid(SECONDS)) {
                    health.down().withDetail(plane.name(), "does not answer");
                }
                connection.rollback();
            } catch (SQLException e) {
                health.down().withDetail(plane.name(), e.getClass().getSimpleName());
            }
        });
        return health.build();
    }
}
