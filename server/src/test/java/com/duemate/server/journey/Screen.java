package com.duemate.server.journey;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * A screen of either portal.
 *
 * @param path with its parameters as {@code :name}
 * @param role the least one that may come in
 */
record Screen(String path, String role) {

    /** All screens there are, read off the classes. */
    static List<Screen> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return Stream.of("com.duemate.tenantportal", "com.duemate.customerportal")
                .flatMap(portal -> scanner.findCandidateComponents(portal).stream())
                .map(bean -> of(Objects.requireNonNull(bean.getBeanClassName())))
                .toList();
    }

    private static Screen of(String name) {
        try {
            var view = Class.forName(name);
            return new Screen(
                    "/" + view.getAnnotation(Route.class).value(),
                    view.getAnnotation(RolesAllowed.class).value()[0]);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isCustomers() {
        return role.equals("CUSTOMER");
    }

    boolean isStaffs() {
        return role.equals("STAFF");
    }

    boolean takesMoreThan(String given) {
        var order = List.of("SPECIALIST", "MANAGER", "OWNER");
        return order.indexOf(role) > order.indexOf(given);
    }
}
