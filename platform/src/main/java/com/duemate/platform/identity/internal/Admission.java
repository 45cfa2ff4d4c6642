package com.duemate.platform.identity.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.StaffUser;
import com.duemate.platform.identity.User;
import com.duemate.platform.identity.internal.MembershipRows.Seat;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.platform.tenancy.Tenants;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Where a known account may go, and as whom. */
@Component
class Admission {

    private final Handles handles;
    private final MembershipRows members;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final Aside aside;
    private final SecurityClock clock;

    Admission(
            Handles handles,
            MembershipRows members,
            Tenants tenants,
            AuditTrail trail,
            Aside aside,
            SecurityClock clock) {
        this.handles = handles;
        this.members = members;
        this.tenants = tenants;
        this.trail = trail;
        this.aside = aside;
        this.clock = clock;
    }

    /** An open seat at an open tenant. */
    record Place(TenantId tenant, String name, Seat seat) {}

    /** By name. */
    List<Place> places(AccountRef account) {
        return handles.resolveAll(HandleKind.MEMBERSHIP, account.id().toString()).stream()
                .flatMap(handle -> place(account, handle.requireTenant()).stream())
                .sorted(Comparator.comparing(Place::name)
                        .thenComparing(place -> place.tenant().value()))
                .toList();
    }

    Optional<Place> place(AccountRef account, TenantId tenant) {
        return aside.call(new Scope.Tenant(tenant), () -> members.of(account.id())
                .filter(seat -> seat.state() == User.State.ACTIVE && account.equals(seat.account()))
                .flatMap(seat -> Optional.of(tenants.current())
                        .filter(profile -> profile.status() != TenantStatus.SUSPENDED)
                        .map(profile -> new Place(tenant, profile.name(), seat))));
    }

    /** Lets somebody in at home, or else at the first place by name. Empty when no place is open. */
    Optional<Authentication> admit(StoredAccount account, boolean secondFactor) {
        var home = account.ref().home();
        if (home == null) {
            return Optional.of(staff(account, secondFactor));
        }
        var places = places(account.ref());
        return places.stream()
                .filter(place -> place.tenant().equals(home))
                .findFirst()
                .or(() -> places.stream().findFirst())
                .map(place -> enter(account, place, secondFactor, clock.now(), "identity.sign_in"));
    }

    /** Lets somebody in at one place and writes it into that tenant's trail. A session does not grow younger by changing places. */
    Authentication enter(StoredAccount account, Place place, boolean secondFactor, Instant since, String action) {
        var home = account.ref().home();
        var authentication = user(new SignedInUser(
                account.ref().id(),
                home == null ? place.tenant().value() : home.value(),
                place.tenant().value(),
                place.seat().id().value(),
                place.seat().role(),
                new SignedInUser.Person(account.name(), account.email()),
                new SignedInUser.Stamps(account.stamp(), place.seat().stamp()),
                since,
                secondFactor));
        aside.as(authentication, () -> {
            members.signedIn(place.seat().id(), clock.now());
            trail.record(
                    action,
                    account.ref().id(),
                    Map.of("email", account.email(), "role", place.seat().role().name(), "secondFactor", secondFactor));
        });
        return authentication;
    }

    static Authentication user(SignedInUser user) {
        return new PreAuthenticatedAuthenticationToken(user, "", user.role().authorities());
    }

    static Authentication staff(StaffUser user) {
        return new PreAuthenticatedAuthenticationToken(
                user, "", List.of(Permission.MAY_RUN_PLATFORM, new SimpleGrantedAuthority("ROLE_STAFF")));
    }

    private Authentication staff(StoredAccount account, boolean secondFactor) {
        return staff(new StaffUser(
                account.ref().id(), account.name(), account.email(), account.stamp(), clock.now(), secondFactor));
    }
}
