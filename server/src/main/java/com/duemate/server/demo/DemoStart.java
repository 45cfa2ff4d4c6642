package com.duemate.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the demo when it was never loaded to its end, and says how to get in. {@code demo.json} is written last: without it the
 * next start begins again with an empty database.
 */
@Component
@DemoOnly
class DemoStart implements ApplicationRunner {

    static final String FILE = "demo.json";

    private final DemoLoader loader;
    private final JsonMapper json;
    private final Path directory;

    DemoStart(DemoLoader loader, JsonMapper json, Environment environment) {
        this.loader = loader;
        this.json = json;
        this.directory = Path.of(environment.getProperty("duemate.data-directory", ".duemate"));
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            write(file, loader.load());
        }
        box(json.readValue(Files.readString(file), DemoFile.class), file).forEach(System.out::println);
    }

    private void write(Path file, DemoFile demo) throws IOException {
        var arriving = file.resolveSibling(FILE + ".next");
        Files.deleteIfExists(arriving);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.createFile(
                    arriving, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(arriving, json.writerWithDefaultPrettyPrinter().writeValueAsString(demo));
        Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> box(DemoFile demo, Path file) {
        var lines = new ArrayList<String>();
        lines.add("DueMate is ready.");
        lines.add("");
        for (var tenant : demo.tenants()) {
            lines.add("%s   %s".formatted(tenant.manage(), tenant.owner().email()));
            lines.add("   password %s   its customers at %s"
                    .formatted(tenant.owner().password(), tenant.portal()));
        }
        lines.add("%s   %s (agency)"
                .formatted(demo.reseller().url(), demo.reseller().email()));
        lines.add("   password %s".formatted(demo.reseller().password()));
        lines.add("%s   %s".formatted(demo.staff().url(), demo.staff().email()));
        lines.add("   password %s".formatted(demo.staff().password()));
        lines.add("");
        lines.add("All of this, with API keys, is in " + file);
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        var framed = new ArrayList<String>();
        framed.add("+" + "-".repeat(width + 2) + "+");
        lines.forEach(line -> framed.add("| " + line + " ".repeat(width - line.length()) + " |"));
        framed.add("+" + "-".repeat(width + 2) + "+");
        return framed;
    }
}
