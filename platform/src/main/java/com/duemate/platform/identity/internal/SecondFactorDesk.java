package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.SecondFactor;
import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.identity.StaffUser;
import com.duemate.platform.kernel.SecurityClock;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

@Service
class SecondFactorDesk implements SecondFactor {

    private final CurrentSession session;
    private final AccountRows accounts;
    private final CodeBook codes;
    private final Entrance entrance;
    private final IdentitySettings settings;
    private final SecurityClock clock;

    SecondFactorDesk(
            CurrentSession session,
            AccountRows accounts,
            CodeBook codes,
            Entrance entrance,
            IdentitySettings settings,
            SecurityClock clock) {
        this.session = session;
        this.accounts = accounts;
        this.codes = codes;
        this.entrance = entrance;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean enrolled() {
        return own().enrolled();
    }

    @Override
    public Offer offer() {
        var account = own();
        return codes.offer(account, entrance.issuer(account));
    }

    @Override
    public boolean confirm(String code) {
        return attempt(account -> !account.enrolled() && codes.confirm(account, code), true);
    }

    @Override
    public boolean disable(String code) {
        return !settings.secondFactorRequired()
                && attempt(
                        account -> {
                            boolean right = codes.accepts(account, code);
                            if (right) {
                                codes.takeOff(account.ref());
                            }
                            return right;
                        },
                        false);
    }

    /** Codes are guessed here no more often than at the door. */
    private boolean attempt(Predicate<StoredAccount> isRight, boolean secondFactor) {
        var now = clock.now();
        var right = accounts.beginAttempt(session.account(), now)
                .filter(account -> !account.lockout().locked(now))
                .filter(isRight);
        right.ifPresent(account -> {
            accounts.forgiveAll(account.ref());
            accounts.find(account.ref()).ifPresent(changed -> carryOn(changed.stamp(), secondFactor));
        });
        return right.isPresent();
    }

    /** Other sessions end with the change; this one goes on. */
    private void carryOn(int stamp, boolean secondFactor) {
        switch (session.principal().orElseThrow()) {
            case SignedInUser user ->
                session.replace(Admission.user(new SignedInUser(
                        user.account(),
                        user.home(),
                        user.tenant(),
                        user.membership(),
                        user.role(),
                        user.person(),
                        new SignedInUser.Stamps(stamp, user.stamps().membership()),
                        user.signedInAt(),
                        secondFactor)));
            case StaffUser user ->
                session.replace(Admission.staff(new StaffUser(
                        user.account(), user.name(), user.email(), stamp, user.signedInAt(), secondFactor)));
            default -> throw new AccessDeniedException("not signed in with an account");
        }
    }

    private StoredAccount own() {
        return Optional.of(session.account())
                .flatMap(accounts::find)
                .orElseThrow(() -> new AccessDeniedException("no such account"));
    }
}
