package com.duemate.platform.identity.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.UserId;
import com.duemate.platform.identity.internal.MembershipRows.Seat;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Handles.Registration;
import com.duemate.platform.scope.Scopes;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings accounts and seats of the current tenant together, in the caller's transaction, and tells the door. */
@Component
class Seats {

    private final MembershipRows members;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final Handles handles;
    private final AuditTrail trail;
    private final SecurityClock clock;

    Seats(
            MembershipRows members,
            AccountRows accounts,
            Passwords passwords,
            Handles handles,
            AuditTrail trail,
            SecurityClock clock) {
        this.members = members;
        this.accounts = accounts;
        this.passwords = passwords;
        this.handles = handles;
        this.trail = trail;
        this.clock = clock;
    }

    Optional<Seat> find(UserId id) {
        return members.find(id);
    }

    /** An account anywhere with this address and this very password. @throws Passwords.Crowded */
    Optional<AccountRef> accountWith(EmailAddress email, String password) {
        return handles.resolveAll(HandleKind.ACCOUNT, Candidates.key(Candidates.PLATFORM, email)).stream()
                .filter(handle -> handle.tenant() != null)
                .limit(Candidates.MOST)
                .map(handle -> new AccountRef(handle.subject(), handle.tenant()))
                .filter(ref -> accounts.find(ref)
                        .filter(account -> !account.disabled() && passwords.matches(password, account.password()))
                        .isPresent())
                .findFirst();
    }

    AccountRef newAccount(EmailAddress email, String name, String encoded) {
        var ref = accounts.add(Scopes.tenant(), Candidates.PLATFORM, email.value(), name, encoded, clock.now());
        handles.register(
                HandleKind.ACCOUNT, Candidates.key(Candidates.PLATFORM, email), ref.id(), Registration.of("user"));
        return ref;
    }

    /** An offered seat is taken. */
    void take(Seat seat, AccountRef account) {
        members.take(seat.id(), account);
        openTo(seat.id(), account);
        trail.record(
                "identity.accept",
                seat.id().value(),
                Map.of("email", seat.email(), "role", seat.role().name()));
    }

    UserId add(AccountRef account, EmailAddress email, String name, Role role) {
        var id = members.add(account, email.value(), name, role, clock.now());
        openTo(id, account);
        trail.record("identity.admit", id.value(), Map.of("email", email.value(), "role", role.name()));
        return id;
    }

    void changePassword(UserId id, AccountRef account, String encoded) {
        accounts.setPassword(account, encoded);
        trail.record("identity.set_password", id.value(), Map.of());
    }

    private void openTo(UserId id, AccountRef account) {
        handles.register(HandleKind.MEMBERSHIP, account.id().toString(), id.value(), Registration.PLAIN);
    }
}
