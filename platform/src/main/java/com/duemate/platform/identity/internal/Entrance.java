package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.CustomerUser;
import com.duemate.platform.identity.SignIn.Outcome;
import com.duemate.platform.identity.SignIn.Pending;
import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.StaffUser;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What follows from a right password or code, and whether it still holds later. */
@Component
class Entrance {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final AccountRows accounts;
    private final Admission admission;
    private final IdentitySettings settings;
    private final Hosts hosts;
    private final SecurityClock clock;
    private final Cache<Object, Boolean> held = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    Entrance(AccountRows accounts, Admission admission, IdentitySettings settings, Hosts hosts, SecurityClock clock) {
        this.accounts = accounts;
        this.admission = admission;
        this.settings = settings;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** @param before the account as it was before this attempt */
    Outcome afterPassword(StoredAccount before, Instant now) {
        var ref = before.ref();
        var home = ref.home();
        if (before.enrolled() || settings.secondFactorRequired()) {
            accounts.takeBack(before, now);
            var pending = new Pending(ref.id(), home == null ? null : home.value(), before.enrolled(), now);
            return before.enrolled() ? new Outcome.CodeNeeded(pending) : new Outcome.EnrolmentNeeded(pending);
        }
        return open(ref, false);
    }

    /** Every step was right. */
    Outcome open(AccountRef ref, boolean secondFactor) {
        accounts.forgiveAll(ref);
        return accounts.find(ref)
                .flatMap(account -> admission.admit(account, secondFactor))
                .<Outcome>map(Outcome.SignedIn::new)
                .orElseGet(Outcome.NowhereToGo::new);
    }

    /** Whom an authenticator app shows a code for: the host one signs in at. */
    String issuer(StoredAccount account) {
        var surface = account.ref().home() == null ? Surface.STAFF : Surface.TENANT_PORTAL;
        return Objects.requireNonNull(URI.create(hosts.url(surface)).getHost());
    }

    boolean holds(Object principal) {
        return switch (principal) {
            case CustomerUser user -> young(user.signedInAt());
            case SignedInUser user -> young(user.signedInAt()) && remembered(user, _ -> unchanged(user));
            case StaffUser user -> young(user.signedInAt()) && remembered(user, _ -> unchanged(user));
            default -> true;
        };
    }

    private boolean remembered(Object principal, Predicate<Object> check) {
        return Objects.requireNonNull(held.get(principal, check::test));
    }

    private boolean young(Instant signedInAt) {
        return clock.now().isBefore(signedInAt.plus(LONGEST_SESSION));
    }

    private boolean unchanged(SignedInUser user) {
        var ref = new AccountRef(user.account(), new TenantId(user.home()));
        return accountIs(ref, user.stamps().account())
                && admission
                        .place(ref, user.tenantId())
                        .filter(place -> place.seat().stamp() == user.stamps().membership())
                        .isPresent();
    }

    private boolean unchanged(StaffUser user) {
        return accountIs(new AccountRef(user.account(), null), user.stamp());
    }

    private boolean accountIs(AccountRef ref, int stamp) {
        return Optional.of(ref)
                .flatMap(accounts::find)
                .filter(account -> !account.disabled() && account.stamp() == stamp)
                .isPresent();
    }
}
