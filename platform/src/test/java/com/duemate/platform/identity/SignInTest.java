package com.duemate.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.identity.SignIn.Outcome;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.testkit.People;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.ShiftedClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@PlatformTest
class SignInTest {

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    WorkAs workAs;

    @Autowired
    Users users;

    @Autowired
    TenantRegistry registry;

    @Autowired
    ShiftedClock clock;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAccountWithoutASecondFactorMustEnrolAndThenShowACodeOnce() {
        var owner = people.anOwner(world.aTenant());
        var pending = ((Outcome.EnrolmentNeeded) password(owner, owner.password())).pending();
        var offer = signIn.offer(pending).orElseThrow();
        assertThat(offer.uri()).startsWith("otpauth://totp/app.localhost:").contains("secret=" + offer.secret());

        var code = people.code(offer.secret());
        assertThat(signIn.enrol(pending, "000000", "192.0.2.1")).isInstanceOf(Outcome.Refused.class);
        var user = user(signIn.enrol(pending, code, "192.0.2.1"));
        assertThat(user.tenant()).isEqualTo(owner.home().value());
        assertThat(user.secondFactor()).isTrue();

        var second = ((Outcome.CodeNeeded) password(owner, owner.password())).pending();
        assertThat(signIn.offer(second)).isEmpty();
        assertThat(signIn.withCode(second, code, "192.0.2.1")).isInstanceOf(Outcome.Refused.class);
        clock.advance(Duration.ofSeconds(60));
        var later = people.code(offer.secret());
        assertThat(signIn.withCode(second, later, "192.0.2.1")).isInstanceOf(Outcome.SignedIn.class);
        assertThat(signIn.withCode(second, later, "192.0.2.1")).isInstanceOf(Outcome.Refused.class);
        clock.advance(Duration.ofMinutes(11));
        assertThat(signIn.withCode(second, people.code(offer.secret()), "192.0.2.1"))
                .isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void fiveFailuresLockARealAndAMadeUpAccountAlikeAndTheRightPasswordWaitsToo() {
        var owner = people.anOwner(world.aTenant());
        var nobody = new People.Person(owner.home(), "nobody-" + owner.email(), "", owner.account());
        for (var person : new People.Person[] {owner, nobody}) {
            for (int i = 0; i < 5; i++) {
                assertThat(password(person, "wrong wrong wrong")).isInstanceOf(Outcome.Refused.class);
            }
            assertThat(password(person, "wrong wrong wrong")).isInstanceOf(Outcome.Wait.class);
        }
        assertThat(password(owner, owner.password())).isInstanceOf(Outcome.Wait.class);
        clock.advance(Duration.ofSeconds(61));
        assertThat(password(owner, owner.password())).isInstanceOf(Outcome.EnrolmentNeeded.class);
    }

    @Test
    void attemptsAtTheSameTimeDoNotSlipPastTheLimit() throws Exception {
        var owner = people.anOwner(world.aTenant());
        try (var threads = Executors.newFixedThreadPool(12)) {
            var tried = new ArrayList<java.util.concurrent.Future<Outcome>>();
            for (int i = 0; i < 24; i++) {
                tried.add(threads.submit(() -> password(owner, "wrong wrong wrong")));
            }
            int refused = 0;
            for (var each : tried) {
                refused += each.get() instanceof Outcome.Refused ? 1 : 0;
            }
            assertThat(refused).isEqualTo(5);
        }
    }

    @Test
    void anAddressThatFailsOftenMustWaitWhomeverItTries() {
        var owner = people.anOwner(world.aTenant());
        for (int i = 0; i < 30; i++) {
            signIn.withPassword(
                    People.APP, "guess%d@example.com".formatted(i), "wrong wrong wrong", "2001:db8:1:2::" + i);
        }
        assertThat(signIn.withPassword(People.APP, owner.email(), owner.password(), "2001:db8:1:2::ffff"))
                .isInstanceOf(Outcome.Wait.class);
        assertThat(password(owner, owner.password())).isInstanceOf(Outcome.EnrolmentNeeded.class);
    }

    @Test
    void staffAndTenantsPeopleComeInByTheirOwnHostsOnly() {
        var owner = people.anOwner(world.aTenant());
        var staff = people.aStaffMember();
        assertThat(at(People.STAFF, owner)).isInstanceOf(Outcome.Refused.class);
        assertThat(at(People.APP, staff)).isInstanceOf(Outcome.Refused.class);
        assertThat(at(new KnownHost("app.agency.example", People.APP.surface(), owner.home()), owner))
                .isInstanceOf(Outcome.Refused.class);
        var staffUser = people.enrol(People.STAFF, staff);
        assertThat(staffUser.getPrincipal()).isInstanceOf(StaffUser.class);
        assertThat(staffUser.getAuthorities())
                .extracting("authority")
                .containsExactlyInAnyOrder("MAY_RUN_PLATFORM", "ROLE_STAFF");
    }

    @Test
    void onePersonMayHaveAccountsAtTwoTenantsAndThePasswordTellsThemApart() {
        var first = people.anOwner(world.aTenant());
        var second = people.anOwner(world.aTenant(), first.email());
        assertThat(people.enrol(People.APP, first))
                .extracting(a -> People.user(a).tenant())
                .isEqualTo(first.home().value());
        assertThat(people.enrol(People.APP, second))
                .extracting(a -> People.user(a).tenant())
                .isEqualTo(second.home().value());
    }

    @Test
    void aSessionEndsWithTheSeatTheRoleTheTenantOrTheDay() {
        var tenant = world.aTenant();
        var owner = people.anOwner(tenant);
        var colleague = people.aMember(tenant, Role.MANAGER);
        var user = People.user(people.enrol(People.APP, colleague));
        assertThat(signIn.holds(user)).isTrue();
        world.in(tenant, () -> users.changeRole(new UserId(user.membership()), Role.SPECIALIST));
        people.forgetWhatHeld();
        assertThat(signIn.holds(user)).isFalse();

        var again = People.user(people.signIn(People.APP, colleague));
        assertThat(again.role()).isEqualTo(Role.SPECIALIST);
        world.inTransaction(new Scope.Staff(), () -> {
            registry.suspend(tenant);
            return true;
        });
        people.forgetWhatHeld();
        assertThat(signIn.holds(again)).isFalse();
        assertThat(people.lastStep(People.APP, colleague)).isInstanceOf(Outcome.NowhereToGo.class);
        assertThat(owner).isNotNull();
    }

    @Test
    void aSessionEndsAfterTwelveHours() {
        var user = People.user(people.enrol(People.APP, people.anOwner(world.aTenant())));
        assertThat(signIn.holds(user)).isTrue();
        clock.advance(Duration.ofHours(12));
        assertThat(signIn.holds(user)).isFalse();
    }

    @Test
    void aResellersPersonWorksAsAClientWhereItHasASeatAndTheTrailKnows() {
        var reseller = people.anOwner(world.aTenant());
        var client = world.aTenant();
        var stranger = world.aTenant();
        world.in(client, () -> users.admit(reseller.owned(), Role.MANAGER));
        var authentication = people.enrol(People.APP, reseller);
        SecurityContextHolder.getContext().setAuthentication(authentication);

        assertThat(workAs.choices())
                .extracting(WorkAs.Workplace::tenant)
                .containsExactlyInAnyOrder(reseller.home(), client);
        assertThat(workAs.switchTo(stranger)).isFalse();
        assertThat(workAs.switchTo(client)).isTrue();
        var now = People.user(
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
        assertThat(now.tenant()).isEqualTo(client.value());
        assertThat(now.role()).isEqualTo(Role.MANAGER);
        assertThatThrownBy(() -> users.list()).isInstanceOf(AccessDeniedException.class);
        SecurityContextHolder.clearContext();
        assertThat(people.trail(client, "identity.work_as"))
                .containsExactly("user:" + reseller.owned().id());
    }

    @Test
    void takingTheSecondFactorOffNeedsACodeAndIsRefusedWhereItIsRequired() {
        var owner = people.anOwner(world.aTenant());
        SecurityContextHolder.getContext().setAuthentication(people.enrol(People.APP, owner));
        assertThat(secondFactor.enrolled()).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(secondFactor.disable(people.code(owner))).isFalse();
        assertThat(secondFactor.confirm(people.code(owner))).isFalse();
    }

    private Outcome password(People.Person person, String password) {
        return signIn.withPassword(
                People.APP,
                person.email(),
                password,
                "198.51.100." + person.email().length());
    }

    private Outcome at(KnownHost host, People.Person person) {
        return signIn.withPassword(host, person.email(), person.password(), "203.0.113.7");
    }

    private static SignedInUser user(Outcome outcome) {
        return People.user(((Outcome.SignedIn) outcome).authentication());
    }
}
