package com.duemate.server.deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docker-compose.yml} gives to its services, filled in as compose does it. */
public final class Compose {

    /** {@code ${NAME:-instead}} and {@code ${NAME:?complaint}}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

    private static final Node SERVICES = Repository.documents(Repository.ROOT.resolve("docker-compose.yml"))
            .getFirst()
            .at("services");

    private final Map<String, String> variables;

    /** @param variables what stands in {@code .env} */
    public Compose(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** @throws IllegalStateException with compose's complaint when a variable is missing that must be there */
    public Map<String, String> environment(String service) {
        var environment = new TreeMap<String, String>();
        var node = SERVICES.at(service, "environment");
        node.names().forEach(name -> environment.put(name, filled(node.at(name).text())));
        if (environment.isEmpty()) {
            throw new IllegalArgumentException("no environment of " + service);
        }
        return environment;
    }

    public List<String> command(String service) {
        return SERVICES.at(service, "command").items().stream().map(Node::text).toList();
    }

    private String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2), found.group(3))));
    }

    private String value(String name, @org.jspecify.annotations.Nullable String kind, String words) {
        var value = variables.getOrDefault(name, "");
        if (!value.isEmpty() || kind == null) {
            return value;
        }
        if (kind.equals("?")) {
            throw new IllegalStateException(name + ": " + words);
        }
        return words;
    }
}
