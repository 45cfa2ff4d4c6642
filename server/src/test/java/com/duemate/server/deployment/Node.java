package com.duemate.server.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A value of a YAML document; what is not there is a node without a value. */
record Node(@Nullable Object value) {

    Node at(String... names) {
        var node = this;
        for (var name : names) {
            node = new Node(node.value instanceof Map<?, ?> map ? map.get(name) : null);
        }
        return node;
    }

    Set<String> names() {
        var names = new TreeSet<String>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    String text() {
        return value == null ? "" : value.toString();
    }

    boolean isPresent() {
        return value != null;
    }
}
