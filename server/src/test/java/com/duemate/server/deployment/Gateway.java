package com.duemate.server.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Which service the {@code Caddyfile} of compose leads a request to: the first block whose matcher fits. */
public final class Gateway {

    private static final Pattern MATCHER = Pattern.compile("(?m)^\\s*@(\\w+) (path|host) (.+)$");
    private static final Pattern BLOCK = Pattern.compile("handle( @(\\w+))? \\{\\s*reverse_proxy ([a-z-]+):8080\\s*}");

    private final Map<BiPredicate<String, String>, String> blocks = new LinkedHashMap<>();

    /** @param baseHost the host without app. or admin. */
    public Gateway(String baseHost) {
        try {
            var text = Files.readString(Repository.ROOT.resolve("server/docker/Caddyfile"))
                    .replace("{$DUEMATE_BASE_HOST}", baseHost);
            var matchers = new LinkedHashMap<String, BiPredicate<String, String>>();
            MATCHER.matcher(text)
                    .results()
                    .forEach(found -> matchers.put(found.group(1), matcher(found.group(2), found.group(3))));
            BLOCK.matcher(text).results().forEach(found -> {
                var name = found.group(2);
                BiPredicate<String, String> all = (_, _) -> true;
                blocks.put(name == null ? all : matchers.getOrDefault(name, (_, _) -> false), found.group(3));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String service(String host, String path) {
        return blocks.entrySet().stream()
                .filter(block -> block.getKey().test(host, path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody answers " + host + path));
    }

    private static BiPredicate<String, String> matcher(String kind, String words) {
        var wanted = Arrays.asList(words.strip().split("\\s+"));
        return kind.equals("host")
                ? (host, _) -> wanted.contains(host)
                : (_, path) -> wanted.stream()
                        .anyMatch(one -> one.endsWith("*")
                                ? path.startsWith(one.substring(0, one.length() - 1))
                                : path.equals(one));
    }
}
