package com.duemate.platform.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Surface;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathsTest {

    private static final Set<Surface> PORTALS =
            EnumSet.of(Surface.CUSTOMER_PORTAL, Surface.TENANT_PORTAL, Surface.STAFF);

    @Test
    void eachPathExistsOnItsSurfacesOnly() {
        Map.ofEntries(
                        Map.entry("/", EnumSet.allOf(Surface.class)),
                        Map.entry("/my", EnumSet.of(Surface.CUSTOMER_PORTAL)),
                        Map.entry("/my/invoices", EnumSet.of(Surface.CUSTOMER_PORTAL)),
                        Map.entry("/mything", EnumSet.of(Surface.TENANT_PORTAL)),
                        Map.entry("/p/secret", EnumSet.of(Surface.CUSTOMER_PORTAL)),
                        Map.entry("/receipts/secret", EnumSet.of(Surface.CUSTOMER_PORTAL)),
                        Map.entry("/sandbox/x", EnumSet.of(Surface.CUSTOMER_PORTAL)),
                        Map.entry("/brand/style.css", EnumSet.of(Surface.CUSTOMER_PORTAL)),
                        Map.entry("/u/secret", EnumSet.of(Surface.CUSTOMER_PORTAL)),
                        Map.entry("/staff", EnumSet.of(Surface.STAFF)),
                        Map.entry("/staff/tenants", EnumSet.of(Surface.STAFF)),
                        Map.entry(
                                "/sign-in", EnumSet.of(Surface.TENANT_PORTAL, Surface.STAFF, Surface.CUSTOMER_PORTAL)),
                        Map.entry("/sign-in/code", EnumSet.of(Surface.TENANT_PORTAL, Surface.STAFF)),
                        Map.entry("/sign-out", EnumSet.of(Surface.TENANT_PORTAL, Surface.STAFF)),
                        Map.entry("/invoices", EnumSet.of(Surface.TENANT_PORTAL)),
                        Map.entry("/api/v1/invoices", EnumSet.of(Surface.API, Surface.CUSTOMER_PORTAL)),
                        Map.entry("/api/dev/clock", EnumSet.of(Surface.API, Surface.CUSTOMER_PORTAL, Surface.STAFF)),
                        Map.entry("/hooks/payments/x", EnumSet.of(Surface.API)),
                        Map.entry("/actuator/health", EnumSet.of(Surface.API)),
                        Map.entry("/actuator/health/readiness", EnumSet.of(Surface.API)),
                        Map.entry("/actuator", EnumSet.noneOf(Surface.class)),
                        Map.entry("/actuator/prometheus", EnumSet.noneOf(Surface.class)),
                        Map.entry("/error", EnumSet.noneOf(Surface.class)),
                        Map.entry("/VAADIN/push", PORTALS),
                        Map.entry("/icon.svg", PORTALS),
                        Map.entry("/favicon.ico", PORTALS),
                        Map.entry("/themes/page.css", PORTALS))
                .forEach((path, surfaces) -> {
                    for (var surface : Surface.values()) {
                        assertThat(Paths.exists(surface, path))
                                .as("%s on %s", path, surface)
                                .isEqualTo(surfaces.contains(surface));
                    }
                });
    }

    @Test
    void eachPathIsAnsweredWhereItsRoleIs() {
        assertThat(new OpenDoors(Set.of(), false).closed("/actuator/health")).isTrue();
        assertThat(new OpenDoors(Set.of(), true).closed("/actuator/health")).isFalse();
        assertThat(new OpenDoors(Set.of(), true).closed("/p/secret")).isTrue();
        for (var role : ServerRole.values()) {
            var doors = new OpenDoors(EnumSet.of(role), false);
            assertThat(doors.closed("/nowhere")).isFalse();
            assertThat(doors.lead(Surface.TENANT_PORTAL, "/invoices")).isEqualTo(role == ServerRole.TENANT_PORTAL);
            assertThat(doors.lead(Surface.STAFF, "/staff")).isEqualTo(role == ServerRole.TENANT_PORTAL);
            assertThat(doors.lead(Surface.CUSTOMER_PORTAL, "/p/secret")).isEqualTo(role == ServerRole.CUSTOMER_PORTAL);
            assertThat(doors.lead(Surface.CUSTOMER_PORTAL, "/api/v1/invoices")).isEqualTo(role == ServerRole.API);
            assertThat(doors.lead(Surface.API, "/hooks/payments/x")).isEqualTo(role == ServerRole.API);
            assertThat(doors.lead(Surface.API, "/actuator/health")).isFalse();
            assertThat(new OpenDoors(EnumSet.of(role), true).lead(Surface.API, "/actuator/health"))
                    .isTrue();
        }
    }
}
