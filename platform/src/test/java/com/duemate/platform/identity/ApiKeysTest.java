package com.duemate.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.identity.ApiKeys.Access;
import com.duemate.platform.identity.ApiKeys.Outcome;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.ShiftedClock;
import com.duemate.platform.testkit.TestPostgres;
import com.duemate.platform.testkit.World;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@PlatformTest
class ApiKeysTest {

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    @Autowired
    ShiftedClock clock;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aKeyIsShownOnceAndLiesNowhereInTheDatabase() throws SQLException {
        var tenant = world.aTenant();
        var created = (Outcome.Created) world.in(tenant, () -> keys.create("Shop", Access.READ, null));

        assertThat(created.secret()).matches("dm_live_[A-Za-z0-9_-]{43}");
        assertThat(world.in(tenant, () -> keys.list())).singleElement().satisfies(key -> {
            assertThat(key.hint()).isEqualTo(created.secret().substring(0, 12));
            assertThat(key.lastUsedAt()).isNull();
        });
        assertThat(everythingSaidAbout(created.key().toString()))
                .contains("dm_live_")
                .doesNotContain(created.secret().substring(16));

        assertThat(keys.identify(created.secret())).contains(new ApiClient(created.key(), tenant.value(), Access.READ));
        assertThat(world.in(tenant, () -> keys.list()).getFirst().lastUsedAt()).isNotNull();
    }

    @Test
    void aRevokedAWrongAndAnExpiredKeyAreNobodys() {
        var tenant = world.aTenant();
        var created = (Outcome.Created) world.in(tenant, () -> keys.create("Shop", Access.WRITE, null));
        var other = world.aTenant();

        assertThat(world.in(other, () -> keys.revoke(created.key()))).isFalse();
        assertThat(keys.identify(created.secret())).isPresent();
        assertThat(world.in(tenant, () -> keys.revoke(created.key()))).isTrue();
        assertThat(world.in(tenant, () -> keys.revoke(created.key()))).isFalse();
        assertThat(keys.identify(created.secret())).isEmpty();
        assertThat(keys.identify(created.secret().toLowerCase(java.util.Locale.ROOT)))
                .isEmpty();
        assertThat(keys.identify("")).isEmpty();
        assertThat(world.in(
                        tenant,
                        () -> keys.create("Old", Access.READ, clock.now().minusSeconds(1))))
                .isEqualTo(new Outcome.Refused("expiresAt", "identity.refused.past"));
    }

    @Test
    void aKeyEndsAtItsTime() throws SQLException {
        var tenant = world.aTenant();
        var created = (Outcome.Created) world.in(
                tenant, () -> keys.create("Short", Access.READ, clock.now().plus(Duration.ofDays(1))));
        assertThat(keys.identify(created.secret())).isPresent();
        try (var admin = TestPostgres.shared().asSuperuser("duemate");
                var statement = admin.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update scope.handle set expires_at = now() where kind = 'API_KEY' and subject = '%s'"
                                    .formatted(created.key())))
                    .isOne();
        }
        assertThat(keys.identify(created.secret())).isEmpty();
    }

    @Test
    void aKeyCannotMakeKeys() {
        var client = new ApiClient(java.util.UUID.randomUUID(), world.aTenant().value(), Access.WRITE);
        SecurityContextHolder.getContext()
                .setAuthentication(new org.springframework.security.authentication.TestingAuthenticationToken(
                        client, "", client.authorities()));
        assertThatThrownBy(() -> keys.create("More", Access.READ, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> keys.list()).isInstanceOf(AccessDeniedException.class);
    }

    private static String everythingSaidAbout(String id) throws SQLException {
        var said = new StringBuilder();
        try (var admin = TestPostgres.shared().asSuperuser("duemate");
                var statement = admin.createStatement()) {
            for (var table : new String[] {"identity.api_key", "scope.handle", "audit.entry"}) {
                try (var rows = statement.executeQuery(
                        "select t::text from %s t where t::text like '%%%s%%'".formatted(table, id))) {
                    while (rows.next()) {
                        said.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return said.toString();
    }
}
