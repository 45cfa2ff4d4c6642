package com.duemate.platform.identity.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.User;
import com.duemate.platform.identity.UserId;
import com.duemate.platform.identity.Users;
import com.duemate.platform.identity.internal.MembershipRows.Seat;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.MayOwn;
import com.duemate.platform.scope.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@MayOwn
class MemberDesk implements Users {

    private static final Duration INVITATION = Duration.ofDays(7);
    private static final Duration LOST_PASSWORD = Duration.ofDays(1);
    private static final int LONGEST_NAME = 120;

    private final MembershipRows members;
    private final Seats seats;
    private final AccountRows accounts;
    private final LinkIssuer links;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final SecurityClock clock;

    MemberDesk(
            MembershipRows members,
            Seats seats,
            AccountRows accounts,
            LinkIssuer links,
            Passwords passwords,
            AuditTrail trail,
            SecurityClock clock) {
        this.members = members;
        this.seats = seats;
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<User> list() {
        return members.list().stream().map(Seat::user).toList();
    }

    @Override
    @Transactional
    public Outcome invite(String email, String name, Role role) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return new Outcome.Refused("email", "identity.refused.email");
        }
        var person = name.strip();
        if (person.isEmpty() || person.length() > LONGEST_NAME || hasControl(person)) {
            return new Outcome.Refused("name", "identity.refused.name");
        }
        var before = members.withEmail(address.get().value());
        if (before.filter(seat -> seat.state() != User.State.INVITED).isPresent()) {
            return new Outcome.Refused("email", "identity.refused.hasSeat");
        }
        before.ifPresent(seat -> members.remove(seat.id()));
        var id = members.offer(address.get().value(), person, role, clock.now());
        trail.record(
                "identity.invite", id.value(), Map.of("email", address.get().value(), "role", role.name()));
        return new Outcome.Linked(id, links.invite(id, address.get(), person, INVITATION));
    }

    @Override
    @Transactional
    public Outcome changeRole(UserId user, Role role) {
        return with(user, seat -> {
            if (role != Role.OWNER && members.isLastOwner(user)) {
                return new Outcome.Refused("role", "identity.refused.lastOwner");
            }
            members.changeRole(user, role);
            return done("identity.change_role", seat, Map.of("role", role.name()));
        });
    }

    @Override
    @Transactional
    public Outcome disable(UserId user) {
        return with(user, seat -> {
            if (seat.state() != User.State.ACTIVE) {
                return new Outcome.Refused("user", "identity.refused.notActive");
            }
            if (members.isLastOwner(user)) {
                return new Outcome.Refused("user", "identity.refused.lastOwner");
            }
            links.end(user);
            members.changeState(user, User.State.DISABLED);
            return done("identity.disable", seat, Map.of());
        });
    }

    @Override
    @Transactional
    public Outcome enable(UserId user) {
        return with(user, seat -> {
            if (seat.state() != User.State.DISABLED) {
                return new Outcome.Refused("user", "identity.refused.notDisabled");
            }
            members.changeState(user, User.State.ACTIVE);
            return done("identity.enable", seat, Map.of());
        });
    }

    @Override
    @Transactional
    public Outcome withdraw(UserId user) {
        return with(user, seat -> {
            if (seat.state() != User.State.INVITED) {
                return new Outcome.Refused("user", "identity.refused.notInvited");
            }
            links.end(user);
            members.remove(user);
            return done("identity.withdraw", seat, Map.of());
        });
    }

    @Override
    @Transactional
    public Outcome passwordLink(UserId user) {
        return withOwnAccount(user, seat -> {
            trail.record("identity.password_link", user.value(), Map.of("email", seat.email()));
            return new Outcome.Linked(user, links.issue(user, LOST_PASSWORD));
        });
    }

    @Override
    @Transactional
    public Outcome resetSecondFactor(UserId user) {
        return withOwnAccount(user, seat -> {
            accounts.setTotp(Objects.requireNonNull(seat.account()), null, 0);
            return done("identity.reset_second_factor", seat, Map.of());
        });
    }

    @Override
    @Transactional
    public Account createOwner(EmailAddress email, String name, String password) {
        Passwords.refusal(password, email.value()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        if (members.withEmail(email.value()).isPresent()) {
            throw new IllegalArgumentException("identity.refused.hasSeat");
        }
        var ref = seats.newAccount(email, name, passwords.encode(password));
        seats.add(ref, email, name, Role.OWNER);
        return new Account(ref.id(), Scopes.tenant(), email, name);
    }

    @Override
    @Transactional
    public UserId admit(Account account, Role role) {
        var before = members.of(account.id());
        if (before.isPresent()) {
            changeRole(before.get().id(), role);
            return before.get().id();
        }
        return seats.add(new AccountRef(account.id(), account.home()), account.email(), account.name(), role);
    }

    private Outcome with(UserId user, Function<Seat, Outcome> command) {
        return members.find(user).map(command).orElseGet(() -> new Outcome.Refused("user", "identity.refused.unknown"));
    }

    private Outcome withOwnAccount(UserId user, Function<Seat, Outcome> command) {
        return with(
                user,
                seat -> seat.state() == User.State.ACTIVE && seat.user().ownAccount()
                        ? command.apply(seat)
                        : new Outcome.Refused("user", "identity.refused.notOwnAccount"));
    }

    private Outcome done(String action, Seat seat, Map<String, ?> facts) {
        trail.record(action, seat.id().value(), facts);
        return new Outcome.Done(seat.id());
    }

    private static boolean hasControl(String text) {
        return text.chars()
                .anyMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }
}
