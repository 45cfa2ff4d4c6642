package com.duemate.platform.testkit;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points every plane at the shared PostgreSQL, with a secret of this run's own. */
public final class TestPlanes implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("planes", settings()));
    }

    public static Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        for (var plane : List.of("owner", "tenant", "customer", "engine", "staff", "door")) {
            settings.put(
                    "duemate.scope.%s.url".formatted(plane),
                    TestPostgres.shared().url());
            settings.put("duemate.scope.%s.username".formatted(plane), "duemate_" + plane);
            settings.put("duemate.scope.%s.password".formatted(plane), "test");
        }
        settings.put(
                "duemate.identity.secret-key", Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32)));
        return settings;
    }
}
