package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.Plane;
import com.duemate.platform.scope.UnsafeDatabase;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where each plane connects: {@code duemate.scope.tenant.url}, {@code .username}, {@code .password}, {@code .pool-size}; the owner
 * only where this process may migrate.
 */
@ConfigurationProperties("duemate.scope")
record ScopeSettings(
        @Nullable Login owner,
        @Nullable Login tenant,
        @Nullable Login customer,
        @Nullable Login engine,
        @Nullable Login staff,
        @Nullable Login door) {

    record Login(
            String url,
            String username,
            String password,
            @Nullable Integer poolSize) {}

    private static final Map<Plane, Integer> POOL_SIZES =
            Map.of(Plane.TENANT, 20, Plane.CUSTOMER, 6, Plane.ENGINE, 3, Plane.STAFF, 3, Plane.DOOR, 4);

    /** @throws UnsafeDatabase when the settings of a plane this process needs are missing */
    Login of(Plane plane) {
        var login =
                switch (plane) {
                    case TENANT -> tenant;
                    case CUSTOMER -> customer;
                    case ENGINE -> engine;
                    case STAFF -> staff;
                    case DOOR -> door;
                };
        if (login == null) {
            throw new UnsafeDatabase("duemate.scope.%s.url, .username and .password are not set"
                    .formatted(plane.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return login;
    }

    int poolSize(Plane plane) {
        var size = of(plane).poolSize();
        return size != null ? size : POOL_SIZES.getOrDefault(plane, 4);
    }
}
