package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.PasswordLinks;
import com.duemate.platform.identity.UserId;
import com.duemate.platform.identity.internal.MembershipRows.Seat;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.Handle;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.Tenants;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class PasswordLinkDesk implements PasswordLinks {

    private final Handles handles;
    private final JdbcClient jdbc;
    private final Aside aside;
    private final Seats seats;
    private final Passwords passwords;
    private final Tenants tenants;
    private final SecurityClock clock;

    PasswordLinkDesk(
            Handles handles,
            JdbcClient jdbc,
            Aside aside,
            Seats seats,
            Passwords passwords,
            Tenants tenants,
            SecurityClock clock) {
        this.handles = handles;
        this.jdbc = jdbc;
        this.aside = aside;
        this.seats = seats;
        this.passwords = passwords;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public Optional<Invitee> find(String link) {
        return resolve(link).flatMap(handle -> seat(handle)
                .map(seat -> new Invitee(
                        seat.name(),
                        seat.email(),
                        aside.call(scope(handle), () -> tenants.current().name()),
                        seat.account() == null)));
    }

    @Override
    public Outcome setPassword(String link, String password) {
        var handle = resolve(link);
        var seat = handle.flatMap(this::seat);
        if (handle.isEmpty() || seat.isEmpty()) {
            return new Outcome.LinkEnded();
        }
        var refusal = Passwords.refusal(password, seat.get().email());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        try {
            return carryOut(handle.get(), seat.get(), password);
        } catch (Passwords.Crowded e) {
            return new Outcome.Refused("identity.refused.crowded");
        }
    }

    private Outcome carryOut(Handle handle, Seat seat, String password) {
        var existing = seat.account() == null ? seats.accountWith(email(seat), password) : Optional.<AccountRef>empty();
        var encoded = existing.isPresent() ? "" : passwords.encode(password);
        boolean done = aside.call(scope(handle), () -> {
            if (!useUp(handle.subject())) {
                return false;
            }
            var account = seat.account();
            if (account != null) {
                seats.changePassword(seat.id(), account, encoded);
            } else {
                seats.take(seat, existing.orElseGet(() -> seats.newAccount(email(seat), seat.name(), encoded)));
            }
            return true;
        });
        return done ? new Outcome.Set(seat.email()) : new Outcome.LinkEnded();
    }

    private static EmailAddress email(Seat seat) {
        return new EmailAddress(seat.email());
    }

    private Optional<Handle> resolve(String link) {
        return link.length() == Tokens.LENGTH ? handles.resolve(HandleKind.INVITATION, link) : Optional.empty();
    }

    private Optional<Seat> seat(Handle handle) {
        return aside.call(scope(handle), () -> jdbc.sql("""
                        select membership_id from identity.password_link where id = ? and expires_at > ?""")
                .params(handle.subject(), AccountRows.at(clock.now()))
                .query(UUID.class)
                .optional()
                .flatMap(id -> seats.find(new UserId(id))));
    }

    private boolean useUp(UUID link) {
        handles.revoke(HandleKind.INVITATION, link);
        return jdbc.sql("delete from identity.password_link where id = ? and expires_at > ?")
                        .params(link, AccountRows.at(clock.now()))
                        .update()
                == 1;
    }

    private static Scope scope(Handle handle) {
        return new Scope.Tenant(handle.requireTenant());
    }
}
