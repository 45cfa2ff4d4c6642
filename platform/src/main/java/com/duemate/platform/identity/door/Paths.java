package com.duemate.platform.identity.door;

import com.duemate.platform.tenancy.Surface;
import java.util.List;
import java.util.Map;

/** Which paths exist on which surface. A tenant's people have all that nobody else has; the other surfaces name theirs. */
final class Paths {

    /** What the portals' screens are made of: scripts, styles, icons, the push channel. */
    private static final List<String> SCREENS = List.of(
            "/VAADIN/",
            "/vaadinServlet/",
            "/themes/",
            "/aura/",
            "/lumo/",
            "/icons/",
            "/images/",
            "/webjars/",
            "/line-awesome/",
            "/icon.svg",
            "/favicon.ico");

    private static final Map<Surface, List<String>> OWN = Map.of(
            Surface.CUSTOMER_PORTAL,
            List.of("/my", "/my/", "/p/", "/receipts/", "/sandbox/", "/brand/", "/u/", "/api/", "/sign-in"),
            Surface.STAFF,
            List.of("/staff", "/staff/", "/sign-in", "/sign-in/", "/sign-out", "/api/dev/"),
            Surface.API,
            List.of("/api/", "/hooks/", "/actuator/health", "/actuator/health/"));

    private static final List<String> NEVER_TENANTS_PEOPLES = List.of(
            "/my",
            "/my/",
            "/p/",
            "/receipts/",
            "/sandbox/",
            "/brand/",
            "/u/",
            "/staff",
            "/staff/",
            "/api",
            "/api/",
            "/hooks/",
            "/actuator",
            "/actuator/",
            "/v3/",
            "/error",
            // What Vaadin brings for applications that are installed on a device, which these are not.
            "/manifest.webmanifest",
            "/sw.js",
            "/sw-runtime-resources-precache.js",
            "/offline.html",
            "/offline-stub.html");

    private Paths() {}

    static boolean exists(Surface surface, String path) {
        if (path.equals("/")) {
            return true;
        }
        return switch (surface) {
            case TENANT_PORTAL -> !anyOf(NEVER_TENANTS_PEOPLES, path);
            case CUSTOMER_PORTAL, STAFF -> anyOf(SCREENS, path) || anyOf(own(surface), path);
            case API -> anyOf(own(surface), path);
        };
    }

    /** Plain pages of people who are signed in or about to be. */
    static String[] withSession() {
        return new String[] {"/sign-in/**", "/sign-out", "/my/sign-out", "/error"};
    }

    /** Plain pages and addresses that have no session: their links and signatures are the permission. */
    static String[] withoutSession() {
        return new String[] {
            "/p/**",
            "/receipts/**",
            "/sandbox/**",
            "/hooks/**",
            "/brand/**",
            "/u/**",
            "/my/sign-in",
            "/my/enter/**",
            "/icon.svg",
            "/favicon.ico",
            "/themes/**"
        };
    }

    private static List<String> own(Surface surface) {
        return OWN.getOrDefault(surface, List.of());
    }

    /** An entry that ends in a slash stands for all below it, another for itself. */
    private static boolean anyOf(List<String> entries, String path) {
        return entries.stream().anyMatch(e -> e.endsWith("/") ? path.startsWith(e) : path.equals(e));
    }
}
