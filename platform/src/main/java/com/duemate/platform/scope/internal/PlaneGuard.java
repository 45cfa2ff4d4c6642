package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.Plane;
import com.duemate.platform.scope.UnsafeDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Refuses a database login that could see past row security. */
final class PlaneGuard {

    private static final String WHO_AM_I = """
            select current_user::text,
                   r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication,
                   exists (select from pg_auth_members m where m.member = r.oid or (m.roleid = r.oid and m.member <> r.oid and not
                           exists (select from pg_roles s where s.oid = m.member and (s.rolsuper or s.rolcreaterole)))),
                   exists (select from pg_class c where c.relowner = r.oid),
                   current_setting('row_security')
            from pg_roles r where r.rolname = current_user""";

    private PlaneGuard() {}

    /** @throws UnsafeDatabase with one line that says what is wrong with the login */
    static void check(Plane plane, DataSource pool) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(WHO_AM_I);
                var row = statement.executeQuery()) {
            row.next();
            var login = row.getString(1);
            refuseIf(
                    !login.equals(plane.login()),
                    plane,
                    "connects as %s instead of %s".formatted(login, plane.login()));
            refuseIf(row.getBoolean(2), plane, "has a login with powers beyond row security");
            refuseIf(row.getBoolean(3), plane, "has a login that is a member of another, or has members");
            refuseIf(row.getBoolean(4), plane, "has a login that owns tables");
            refuseIf(!row.getString(5).equals("on"), plane, "runs with row_security off");
            connection.rollback();
        } catch (SQLException e) {
            throw new UnsafeDatabase("the database of plane %s is not reachable: %s".formatted(plane, e.getMessage()));
        }
    }

    private static void refuseIf(boolean wrong, Plane plane, String what) {
        if (wrong) {
            throw new UnsafeDatabase("refusing to start: plane %s %s".formatted(plane, what));
        }
    }
}
