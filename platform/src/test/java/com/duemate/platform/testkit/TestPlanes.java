package com.duemate.platform.testkit;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points every plane at the shared PostgreSQL and the sandbox provider at the server under test, with secrets of this run. */
public final class TestPlanes implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static {
        // So that a Visitor may say which host it means. Read once by the JDK, before the first client is made.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

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
        settings.put("spring.jpa.open-in-view", "false");
        settings.put("duemate.identity.secret-key", secret());
        settings.put("duemate.payments.secret-key", secret());
        settings.put("duemate.payments.sandbox.enabled", "true");
        settings.put("duemate.payments.sandbox.deliver-to", "http://localhost:${local.server.port}");
        return settings;
    }

    private static String secret() {
        return Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));
    }
}
