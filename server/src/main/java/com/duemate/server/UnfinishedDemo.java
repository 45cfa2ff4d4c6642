package com.duemate.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A demo whose loading was cut off has no logins anybody knows: it is cleared, and made again from the start. */
final class UnfinishedDemo {

    private static final String DROP_ALL = """
            do $$ declare room text; begin
              for room in select nspname from pg_namespace where pg_get_userbyid(nspowner) = current_user loop
                execute format('drop schema %I cascade', room);
              end loop;
            end $$""";

    private UnfinishedDemo() {}

    static void clear(Path directory, Map<String, String> settings) {
        if (Files.exists(directory.resolve("demo.json"))) {
            return;
        }
        try (var connection = DriverManager.getConnection(
                        settings.get("duemate.scope.owner.url"),
                        settings.get("duemate.scope.owner.username"),
                        settings.get("duemate.scope.owner.password"));
                var statement = connection.createStatement()) {
            statement.execute(DROP_ALL);
            Files.deleteIfExists(directory.resolve("clock"));
        } catch (SQLException | java.io.IOException e) {
            throw new StartFailure.Refused(
                    "the unfinished demo in %s could not be cleared: %s".formatted(directory, e.getMessage()));
        }
    }
}
