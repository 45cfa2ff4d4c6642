package com.duemate.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.identity.Users.Outcome;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.Messages.MessageQuery;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.ShiftedClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

@PlatformTest
class UsersTest {

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    Users users;

    @Autowired
    PasswordLinks links;

    @Autowired
    Messages messages;

    @Autowired
    SignIn signIn;

    @Autowired
    ShiftedClock clock;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anInvitationIsTakenOnceAndEndsWithTheNextOne() {
        var tenant = world.aTenant();
        var first = secret(world.in(tenant, () -> users.invite("ann@example.com", "Ann", Role.MANAGER)));
        var second = secret(world.in(tenant, () -> users.invite(" ANN@example.com", "Ann Again", Role.SPECIALIST)));

        assertThat(links.find(first)).isEmpty();
        assertThat(links.find(second).orElseThrow())
                .isEqualTo(new PasswordLinks.Invitee("Ann Again", "ann@example.com", "Northwind Studio", true));
        assertThat(links.setPassword(second, "short")).isInstanceOf(PasswordLinks.Outcome.Refused.class);
        assertThat(links.setPassword(second, "long enough for anybody")).isInstanceOf(PasswordLinks.Outcome.Set.class);
        assertThat(links.setPassword(second, "long enough for anybody"))
                .isInstanceOf(PasswordLinks.Outcome.LinkEnded.class);
        assertThat(world.in(tenant, () -> users.list())).singleElement().satisfies(user -> {
            assertThat(user.state()).isEqualTo(User.State.ACTIVE);
            assertThat(user.role()).isEqualTo(Role.SPECIALIST);
            assertThat(user.ownAccount()).isTrue();
        });
        assertThat(world.in(tenant, () -> users.invite("ann@example.com", "Ann", Role.OWNER)))
                .isEqualTo(new Outcome.Refused("email", "identity.refused.hasSeat"));
    }

    @Test
    void anInvitationIsSentAndItsLinkIsNobodyElses() {
        var tenant = world.aTenant();
        var link = secret(world.in(tenant, () -> users.invite("mail@example.com", "Mail", Role.OWNER)));
        world.untilQuiet();
        var sent = world.in(tenant, () -> messages.list(new MessageQuery(null, "invitation", List.of(), 9, null)))
                .items();
        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.address()).isEqualTo("mail@example.com");
            var content = world.in(tenant, () -> messages.find(message.id())).orElseThrow();
            assertThat(content.text()).contains("/sign-in/welcome/...");
            assertThat(content.text() + content.html()).doesNotContain(link);
        });
    }

    @Test
    void anInvitationTakenTwiceAtOnceMakesOneAccount() throws Exception {
        var tenant = world.aTenant();
        var link = secret(world.in(tenant, () -> users.invite("twice@example.com", "Twice", Role.MANAGER)));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<PasswordLinks.Outcome> accept = () -> links.setPassword(link, "long enough for anybody");
            var outcomes = threads.invokeAll(List.of(accept, accept));
            assertThat(List.of(
                            outcomes.get(0).get().getClass(),
                            outcomes.get(1).get().getClass()))
                    .containsExactlyInAnyOrder(PasswordLinks.Outcome.Set.class, PasswordLinks.Outcome.LinkEnded.class);
        }
    }

    @Test
    void anInvitationEndsAfterSevenDaysOrWhenWithdrawn() {
        var tenant = world.aTenant();
        var invited = (Outcome.Linked) world.in(tenant, () -> users.invite("late@example.com", "Late", Role.MANAGER));
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(links.find(secret(invited))).isEmpty();
        assertThat(links.setPassword(secret(invited), "long enough for anybody"))
                .isInstanceOf(PasswordLinks.Outcome.LinkEnded.class);
        var again = (Outcome.Linked) world.in(tenant, () -> users.invite("late@example.com", "Late", Role.MANAGER));
        assertThat(world.in(tenant, () -> users.withdraw(again.user()))).isInstanceOf(Outcome.Done.class);
        assertThat(links.find(secret(again))).isEmpty();
        assertThat(world.in(tenant, () -> users.list())).isEmpty();
    }

    @Test
    void anAccountElsewhereTakesTheSeatWhenItsPasswordIsGiven() {
        var elsewhere = people.anOwner(world.aTenant());
        var tenant = world.aTenant();
        var link = secret(world.in(tenant, () -> users.invite(elsewhere.email(), "Olive", Role.SPECIALIST)));
        assertThat(links.setPassword(link, elsewhere.password())).isInstanceOf(PasswordLinks.Outcome.Set.class);
        var user = world.in(tenant, () -> users.list()).getFirst();
        assertThat(user.ownAccount()).isFalse();
        assertThat(world.in(tenant, () -> users.passwordLink(user.id())))
                .isEqualTo(new Outcome.Refused("user", "identity.refused.notOwnAccount"));
        assertThat(world.in(tenant, () -> users.resetSecondFactor(user.id())))
                .isEqualTo(new Outcome.Refused("user", "identity.refused.notOwnAccount"));
    }

    @Test
    void theLastOwnerStaysEvenWhenTwoGoAtOnce() throws Exception {
        var tenant = world.aTenant();
        people.anOwner(tenant);
        var only = world.in(tenant, () -> users.list()).getFirst().id();
        assertThat(world.in(tenant, () -> users.disable(only)))
                .isEqualTo(new Outcome.Refused("user", "identity.refused.lastOwner"));
        assertThat(world.in(tenant, () -> users.changeRole(only, Role.MANAGER)))
                .isEqualTo(new Outcome.Refused("role", "identity.refused.lastOwner"));

        people.anOwner(tenant);
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(world.in(tenant, () -> users.list()).stream()
                    .map(User::id)
                    .<Callable<Outcome>>map(id -> () -> world.in(tenant, () -> users.disable(id)))
                    .toList());
        }
        assertThat(world.in(tenant, () -> users.list()))
                .filteredOn(user -> user.state() == User.State.ACTIVE)
                .hasSize(1);
    }

    @Test
    void aLostPasswordIsSetAnewAndEndsOldSessions() {
        var tenant = world.aTenant();
        var owner = people.anOwner(tenant);
        var session = people.enrol(People.APP, owner);
        var id = world.in(tenant, () -> users.list()).getFirst().id();
        var link = secret(world.in(tenant, () -> users.passwordLink(id)));
        assertThat(links.find(link).orElseThrow().newSeat()).isFalse();
        links.setPassword(link, "another long password");

        assertThat(signIn.holds(People.principal(session))).isFalse();
        assertThat(signIn.withPassword(People.APP, owner.email(), owner.password(), "192.0.2.44"))
                .isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(signIn.withPassword(People.APP, owner.email(), "another long password", "192.0.2.44"))
                .isInstanceOf(SignIn.Outcome.CodeNeeded.class);
    }

    @Test
    void onlyOwnersDecideWhoGetsIn() {
        var tenant = world.aTenant();
        SecurityContextHolder.getContext()
                .setAuthentication(people.enrol(People.APP, people.aMember(tenant, Role.MANAGER)));
        assertThatThrownBy(() -> users.list()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> users.invite("x@example.com", "X", Role.OWNER))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> users.createOwner(new EmailAddress("x@example.com"), "X", "long enough password"))
                .isInstanceOf(AccessDeniedException.class);
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> users.list()).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThat(world.in(tenant, () -> users.list())).hasSize(1);
    }

    @Test
    void anotherTenantsSeatsAreUnknown() {
        var mine = world.aTenant();
        people.anOwner(mine);
        TenantId other = world.aTenant();
        people.anOwner(other);
        var theirs = world.in(other, () -> users.list()).getFirst().id();
        assertThat(world.in(mine, () -> users.disable(theirs)))
                .isEqualTo(new Outcome.Refused("user", "identity.refused.unknown"));
        assertThat(world.in(mine, () -> users.changeRole(theirs, Role.OWNER)))
                .isEqualTo(new Outcome.Refused("user", "identity.refused.unknown"));
    }

    private static String secret(Outcome outcome) {
        var url = ((Outcome.Linked) outcome).url();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
