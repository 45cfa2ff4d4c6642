package com.duemate.platform.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver by another name, {@code jdbc:watched:...}, with a point at each statement and each commit. */
final class WatchedDriver implements Driver {

    static final String PREFIX = "jdbc:watched:";

    private static final int LONGEST_NAME = 110;

    private final Driver driver = new org.postgresql.Driver();
    private final Sabotage sabotage;

    private WatchedDriver(Sabotage sabotage) {
        this.sabotage = sabotage;
    }

    static void register(Sabotage sabotage) throws SQLException {
        DriverManager.registerDriver(new WatchedDriver(sabotage));
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        var connection = driver.connect(url.replace(PREFIX, "jdbc:"), info);
        return watched(Connection.class, (_, method, arguments) -> onConnection(connection, method, arguments));
    }

    private @Nullable Object onConnection(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
            throws Exception {
        if (method.getName().equals("commit")) {
            return Points.around("commit", () -> call(connection, method, arguments));
        }
        if (method.getName().equals("prepareStatement") && arguments != null && arguments[0] instanceof String sql) {
            arguments[0] = sabotage.statement(sql);
            return watched(PreparedStatement.class, onStatement(call(connection, method, arguments), sql));
        }
        var answer = call(connection, method, arguments);
        return answer instanceof Statement && method.getName().equals("createStatement")
                ? watched(Statement.class, onStatement(answer, ""))
                : answer;
    }

    private InvocationHandler onStatement(@Nullable Object statement, String prepared) {
        return (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                var sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
                return Points.around(name(sql), () -> call(statement, method, arguments));
            }
            if (method.getName().startsWith("set")
                    && arguments != null
                    && arguments.length > 1
                    && sabotage.queuesAgain(prepared, arguments[1])) {
                arguments[1] = "QUEUED";
            }
            return call(statement, method, arguments);
        };
    }

    private static String name(String sql) {
        var line = "sql " + sql.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(LONGEST_NAME, line.length()));
    }

    private static @Nullable Object call(
            @Nullable Object target, Method method, @Nullable Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static <T> T watched(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WatchedDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
