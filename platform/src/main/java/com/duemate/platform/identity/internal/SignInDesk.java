package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.SecondFactor.Offer;
import com.duemate.platform.identity.SignIn;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

@Service
class SignInDesk implements SignIn {

    private final Candidates candidates;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final AttemptLimits limits;
    private final CodeBook codes;
    private final Entrance entrance;
    private final SecurityClock clock;

    SignInDesk(
            Candidates candidates,
            AccountRows accounts,
            Passwords passwords,
            AttemptLimits limits,
            CodeBook codes,
            Entrance entrance,
            SecurityClock clock) {
        this.candidates = candidates;
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.codes = codes;
        this.entrance = entrance;
        this.clock = clock;
    }

    @Override
    public Outcome withPassword(KnownHost host, String email, String password, String clientAddress) {
        var wait = limits.wait(clientAddress);
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        try {
            var outcome = EmailAddress.parse(email)
                    .map(address -> attempt(host, address, password))
                    .orElseGet(() -> stranger(email, password));
            if (outcome instanceof Outcome.Refused) {
                limits.failed(clientAddress);
            }
            return outcome;
        } catch (Passwords.Crowded e) {
            return new Outcome.Wait(Duration.ofSeconds(10));
        }
    }

    private Outcome attempt(KnownHost host, EmailAddress email, String password) {
        var found = candidates.at(host, email);
        if (found.isEmpty()) {
            return stranger(host.surface() + Candidates.key(Candidates.realm(host), email), password);
        }
        var longest = Duration.ZERO;
        boolean tried = false;
        for (var ref : found) {
            var now = clock.now();
            var account = accounts.beginAttempt(ref, now).orElse(null);
            if (account == null) {
                continue;
            }
            if (account.lockout().locked(now)) {
                var rest = account.lockout().rest(now);
                longest = rest.compareTo(longest) > 0 ? rest : longest;
                continue;
            }
            tried = true;
            if (passwords.matches(password, account.password()) && !account.disabled()) {
                return entrance.afterPassword(account, now);
            }
        }
        return tried || longest.isZero() ? new Outcome.Refused() : new Outcome.Wait(longest);
    }

    private Outcome stranger(String key, String password) {
        var wait = limits.stranger(key.substring(0, Math.min(key.length(), 2 * EmailAddress.MAX_LENGTH)));
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        passwords.pretend(password);
        return new Outcome.Refused();
    }

    @Override
    public Outcome withCode(Pending pending, String code, String clientAddress) {
        return secondStep(pending, clientAddress, account -> codes.accepts(account, code));
    }

    @Override
    public Optional<Offer> offer(Pending pending) {
        return inTime(pending)
                .flatMap(accounts::find)
                .filter(account -> !account.enrolled())
                .map(account -> codes.offer(account, entrance.issuer(account)));
    }

    @Override
    public Outcome enrol(Pending pending, String code, String clientAddress) {
        return secondStep(pending, clientAddress, account -> !account.enrolled() && codes.confirm(account, code));
    }

    private Outcome secondStep(Pending pending, String clientAddress, Predicate<StoredAccount> isRight) {
        var ref = inTime(pending);
        if (ref.isEmpty()) {
            return new Outcome.TooLate();
        }
        var wait = limits.wait(clientAddress);
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        var now = clock.now();
        var account = accounts.beginAttempt(ref.get(), now);
        var rest = account.map(a -> a.lockout().rest(now)).orElse(Duration.ZERO);
        if (!rest.isZero()) {
            return new Outcome.Wait(rest);
        }
        if (account.isPresent() && !account.get().disabled() && isRight.test(account.get())) {
            return entrance.open(account.get().ref(), true);
        }
        limits.failed(clientAddress);
        return new Outcome.Refused();
    }

    private Optional<AccountRef> inTime(Pending pending) {
        var home = pending.home();
        return pending.since().plus(Pending.LIFE).isBefore(clock.now())
                ? Optional.empty()
                : Optional.of(new AccountRef(pending.account(), home == null ? null : new TenantId(home)));
    }

    @Override
    public boolean holds(Object principal) {
        return entrance.holds(principal);
    }
}
