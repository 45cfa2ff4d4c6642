package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.ServerRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.PropertyResolver;

/** Reads {@code duemate.roles}; all four when it is not set. */
final class RoleSettings {

    private RoleSettings() {}

    static Set<ServerRole> roles(PropertyResolver environment) {
        var text = environment.getProperty("duemate.roles", "").strip();
        if (text.isEmpty()) {
            return EnumSet.allOf(ServerRole.class);
        }
        var roles = EnumSet.noneOf(ServerRole.class);
        Arrays.stream(text.split(","))
                .map(name -> name.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
                .map(ServerRole::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
