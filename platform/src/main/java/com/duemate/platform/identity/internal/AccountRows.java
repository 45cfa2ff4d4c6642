package com.duemate.platform.identity.internal;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of tenants' people and of staff, each read and written in the scope that keeps them. */
@Repository
class AccountRows {

    private final JdbcClient jdbc;
    private final Aside aside;

    AccountRows(JdbcClient jdbc, Aside aside) {
        this.jdbc = jdbc;
        this.aside = aside;
    }

    /** Adds an account of the current tenant, in the caller's transaction. */
    AccountRef add(TenantId home, String realm, String email, String name, String encoded, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into identity.account (id, realm, email, name, password, created_at)
                        values (?, ?, ?, ?, ?, ?)""").params(id, realm, email, name, encoded, at(now)).update();
        return new AccountRef(id, home);
    }

    /** Adds a staff account or changes it, in the caller's transaction. */
    UUID putStaff(String email, String name, String encoded, Instant now) {
        return jdbc.sql("""
                        insert into identity.staff_account (id, email, name, password, created_at) values (?, ?, ?, ?, ?)
                        on conflict (email) do update set name = excluded.name, password = excluded.password, disabled = false,
                            stamp = identity.staff_account.stamp + 1
                        returning id""")
                .params(Ids.next(), email, name, encoded, at(now))
                .query(UUID.class)
                .single();
    }

    boolean noStaff() {
        return jdbc.sql("select not exists (select from identity.staff_account)")
                .query(Boolean.class)
                .single();
    }

    Optional<StoredAccount> find(AccountRef ref) {
        return aside.call(ref.scope(), () -> select(ref, false));
    }

    /**
     * Counts an attempt as a failure before it is tried, so that attempts at the same time cannot slip past the limit.
     *
     * @return the account as it was before the attempt; empty when there is none
     */
    Optional<StoredAccount> beginAttempt(AccountRef ref, Instant now) {
        return aside.call(ref.scope(), () -> select(ref, true).map(account -> {
            if (!account.lockout().locked(now)) {
                keep(ref, account.lockout().failed(now));
            }
            return account;
        }));
    }

    /** The attempt was right but is not the last step: it does not count, and neither does it forgive others. */
    void takeBack(StoredAccount before, Instant now) {
        aside.run(before.ref().scope(), () -> select(before.ref(), true).ifPresent(account -> {
            if (account.lockout().failures() == before.lockout().failed(now).failures()) {
                keep(before.ref(), before.lockout());
            }
        }));
    }

    void forgiveAll(AccountRef ref) {
        aside.run(ref.scope(), () -> keep(ref, Lockout.NONE));
    }

    /** Notes that the code of a time step was used. @return false when it, or a later one, was used before */
    boolean useStep(AccountRef ref, long step) {
        return aside.call(
                ref.scope(),
                () -> jdbc.sql(sql(ref, "update %s set totp_step = ? where id = ? and totp_step < ?"))
                                .params(step, ref.id(), step)
                                .update()
                        == 1);
    }

    void offerTotp(AccountRef ref, byte[] sealed) {
        aside.run(ref.scope(), () -> jdbc.sql(sql(ref, "update %s set totp_offered = ? where id = ?"))
                .params(sealed, ref.id())
                .update());
    }

    /** Takes the second factor into use, or off with null. Other sessions of the account end. */
    void setTotp(AccountRef ref, byte @Nullable [] sealed, long step) {
        aside.run(ref.scope(), () -> jdbc.sql(sql(ref, """
                        update %s set totp = ?, totp_offered = null, totp_step = ?, stamp = stamp + 1 where id = ?"""))
                .param(sealed)
                .params(step, ref.id())
                .update());
    }

    /** Sets a password, ends sessions, forgives failures. */
    void setPassword(AccountRef ref, String encoded) {
        aside.run(ref.scope(), () -> {
            jdbc.sql(sql(ref, "update %s set password = ?, stamp = stamp + 1 where id = ?"))
                    .params(encoded, ref.id())
                    .update();
            keep(ref, Lockout.NONE);
        });
    }

    private Optional<StoredAccount> select(AccountRef ref, boolean lock) {
        return jdbc.sql(sql(ref, lock ? "select * from %s where id = ? for update" : "select * from %s where id = ?"))
                .param(ref.id())
                .query((row, _) -> account(ref, row))
                .optional();
    }

    private void keep(AccountRef ref, Lockout lockout) {
        jdbc.sql(sql(ref, "update %s set failures = ?, failed_at = ?, locked_until = ? where id = ?"))
                .param(lockout.failures())
                .param(atOrNever(lockout.failedAt()))
                .param(atOrNever(lockout.until()))
                .param(ref.id())
                .update();
    }

    /** One of two tables, chosen by who keeps the account; never by anything that came from outside. */
    private static String sql(AccountRef ref, String template) {
        return template.formatted(ref.home() == null ? "identity.staff_account" : "identity.account");
    }

    private static StoredAccount account(AccountRef ref, ResultSet row) throws SQLException {
        return new StoredAccount(
                ref,
                row.getString("email"),
                row.getString("name"),
                row.getString("password"),
                row.getBytes("totp"),
                row.getBytes("totp_offered"),
                row.getLong("totp_step"),
                new Lockout(row.getInt("failures"), instant(row, "failed_at"), instant(row, "locked_until")),
                row.getBoolean("disabled"),
                row.getInt("stamp"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNever(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
