package com.duemate.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.identity.Users.Outcome;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@PlatformTest
class FirstOwnersTest {

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    Users users;

    @Autowired
    FirstOwners owners;

    @Autowired
    PasswordLinks links;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void staffLetTheFirstOwnerInAndNobodyAfterwards() {
        var tenant = world.aTenant();
        var mistyped = secret(invite(tenant, "olvie@example.com"));
        var link = secret(invite(tenant, "olive@example.com"));

        assertThat(links.find(mistyped)).isEmpty();
        assertThat(links.setPassword(link, "long enough for anybody")).isInstanceOf(PasswordLinks.Outcome.Set.class);
        assertThat(world.in(tenant, () -> users.list())).singleElement().satisfies(user -> {
            assertThat(user.email()).isEqualTo("olive@example.com");
            assertThat(user.role()).isEqualTo(Role.OWNER);
        });
        assertThat(Backstage.<Boolean>call(new Scope.Staff(), () -> owners.missing(tenant)))
                .isFalse();
        assertThat(invite(tenant, "sam@example.com"))
                .isEqualTo(new Outcome.Refused("email", "identity.refused.hasOwner"));
        assertThat(people.trail(tenant, "identity.invite_first_owner")).hasSize(2);
    }

    @Test
    void aMemberOfATenantCannotLetAnybodyIn() {
        var tenant = world.aTenant();
        var other = world.aTenant();
        assertThatThrownBy(() -> world.in(tenant, () -> owners.invite(other, "eve@example.com", "Eve")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(world.in(other, () -> users.list())).isEmpty();
    }

    @Test
    void anOwnerInvitedByStaffWithASlipIsAskedAgain() {
        var tenant = world.aTenant();
        assertThat(invite(tenant, "not an address")).isEqualTo(new Outcome.Refused("email", "identity.refused.email"));
        assertThat(Backstage.<Boolean>call(new Scope.Staff(), () -> owners.missing(tenant)))
                .isTrue();
    }

    private Outcome invite(TenantId tenant, String email) {
        return Backstage.call(new Scope.Staff(), () -> owners.invite(tenant, email, "Olive Owner"));
    }

    private static String secret(Outcome outcome) {
        var url = ((Outcome.Linked) outcome).url();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
