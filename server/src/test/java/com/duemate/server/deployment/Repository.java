package com.duemate.server.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files around the code, read from the root of the repository. */
final class Repository {

    static final Path ROOT = root();

    private Repository() {}

    static List<Path> yamlBelow(String... folders) throws IOException {
        var files = Stream.<Path>builder();
        for (var folder : folders) {
            try (var all = Files.walk(ROOT.resolve(folder))) {
                all.filter(file -> file.toString().matches(".*\\.ya?ml")).forEach(files);
            }
        }
        return files.build().sorted().toList();
    }

    static List<Node> documents(Path file) {
        try (var in = Files.newBufferedReader(file)) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return StreamSupport.stream(yaml.loadAll(in).spliterator(), false)
                    .map(Node::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
        }
        return folder;
    }
}
