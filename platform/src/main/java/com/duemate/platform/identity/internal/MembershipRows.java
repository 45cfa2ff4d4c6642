package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.User;
import com.duemate.platform.identity.UserId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seats of the current tenant, in the caller's transaction. */
@Repository
class MembershipRows {

    private static final String SEAT = "select m.*, a.totp is not null as enrolled from identity.membership m"
            + " left join identity.account a on a.tenant_id = m.tenant_id and a.id = m.account_id";

    private final JdbcClient jdbc;

    MembershipRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A seat. @param account null while it is offered */
    record Seat(
            UserId id,
            @Nullable AccountRef account,
            String email,
            String name,
            Role role,
            User.State state,
            int stamp,
            boolean enrolled,
            @Nullable Instant signedInAt,
            Instant createdAt) {

        User user() {
            return new User(
                    id,
                    email,
                    name,
                    role,
                    state,
                    account == null || Scopes.tenant().equals(account.home()),
                    enrolled,
                    signedInAt,
                    createdAt);
        }
    }

    List<Seat> list() {
        return jdbc.sql(SEAT + " order by m.name, m.id")
                .query(MembershipRows::seat)
                .list();
    }

    Optional<Seat> find(UserId id) {
        return jdbc.sql(SEAT + " where m.id = ?")
                .param(id.value())
                .query(MembershipRows::seat)
                .optional();
    }

    Optional<Seat> withEmail(String email) {
        return jdbc.sql(SEAT + " where m.email = ?")
                .param(email)
                .query(MembershipRows::seat)
                .optional();
    }

    Optional<Seat> of(UUID account) {
        return jdbc.sql(SEAT + " where m.account_id = ?")
                .param(account)
                .query(MembershipRows::seat)
                .optional();
    }

    UserId offer(String email, String name, Role role, Instant now) {
        return add(null, email, name, role, now);
    }

    UserId add(@Nullable AccountRef account, String email, String name, Role role, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into identity.membership (id, account_id, home_id, email, name, role, state, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(account == null ? null : account.id())
                .param(account == null ? null : homeOf(account))
                .params(
                        email,
                        name,
                        role.name(),
                        (account == null ? User.State.INVITED : User.State.ACTIVE).name(),
                        AccountRows.at(now))
                .update();
        return new UserId(id);
    }

    void take(UserId id, AccountRef account) {
        jdbc.sql("update identity.membership set account_id = ?, home_id = ?, state = 'ACTIVE' where id = ?")
                .params(account.id(), homeOf(account), id.value())
                .update();
    }

    void changeRole(UserId id, Role role) {
        jdbc.sql("update identity.membership set role = ?, stamp = stamp + 1 where id = ?")
                .params(role.name(), id.value())
                .update();
    }

    void changeState(UserId id, User.State state) {
        jdbc.sql("update identity.membership set state = ?, stamp = stamp + 1 where id = ?")
                .params(state.name(), id.value())
                .update();
    }

    void signedIn(UserId id, Instant now) {
        jdbc.sql("update identity.membership set signed_in_at = ? where id = ?")
                .params(AccountRows.at(now), id.value())
                .update();
    }

    void remove(UserId id) {
        jdbc.sql("delete from identity.membership where id = ?")
                .param(id.value())
                .update();
    }

    /** Locks the active owners, so that two commands at once cannot take away the last two. */
    boolean isLastOwner(UserId id) {
        return jdbc.sql("""
                        select id from identity.membership where role = 'OWNER' and state = 'ACTIVE' order by id for update""").query(UUID.class).list().equals(List.of(id.value()));
    }

    private static UUID homeOf(AccountRef account) {
        return Objects.requireNonNull(account.home()).value();
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return new Seat(
                new UserId(row.getObject("id", UUID.class)),
                account == null ? null : new AccountRef(account, new TenantId(row.getObject("home_id", UUID.class))),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                User.State.valueOf(row.getString("state")),
                row.getInt("stamp"),
                row.getBoolean("enrolled"),
                AccountRows.instant(row, "signed_in_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
