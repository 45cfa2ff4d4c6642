package com.duemate.server.embedded;

import com.duemate.server.embedded.EmbeddedServersUnavailable.DiskFull;
import com.duemate.server.embedded.EmbeddedServersUnavailable.StartFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote since a moment, and the one line of it that says why it did not start. */
final class ServerLog {

    static final String PORT_TAKEN = "Address already in use";

    private static final long KEPT_BYTES = 10_000_000;

    /** The words that begin a cause, the more telling first. */
    private static final List<Pattern> CAUSES = List.of(
            Pattern.compile("(?:FATAL|PANIC): +(.+)"),
            Pattern.compile("(?:initdb: error|pg_ctl|ERROR): +(.+)"),
            Pattern.compile("(?:Fatal error|Bad directive|Could not|Can't|Failed|Bad file format).*"));

    private final Path file;
    private final String server;
    private final long begin;

    private ServerLog(Path file, String server, long begin) {
        this.file = file;
        this.server = server;
        this.begin = begin;
    }

    /** Opens the log for a start; a long one is put aside as {@code .1} first. */
    static ServerLog fromNow(Path file, String server) throws IOException {
        if (Files.exists(file) && Files.size(file) > KEPT_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(file, server, Files.exists(file) ? Files.size(file) : 0);
    }

    Path file() {
        return file;
    }

    void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    boolean says(String text) throws IOException {
        return sinceBegin().contains(text);
    }

    /** The fault to report when the server did not come up. */
    EmbeddedServersUnavailable fault(DataDirectory directory) throws IOException {
        var text = sinceBegin();
        if (DataDirectory.saysDiskFull(text)) {
            return new DiskFull(directory.root());
        }
        return new StartFailed(server, cause(text), file);
    }

    static String cause(String text) {
        for (var pattern : CAUSES) {
            for (var line : text.lines().toList()) {
                var matcher = pattern.matcher(line);
                if (matcher.find()) {
                    return (matcher.groupCount() > 0 ? matcher.group(1) : matcher.group()).strip();
                }
            }
        }
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .orElse("it said nothing")
                .strip();
    }

    private String sinceBegin() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(begin);
            return new String(in.readNBytes(1_000_000), StandardCharsets.UTF_8);
        }
    }
}
