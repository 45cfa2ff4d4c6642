package com.duemate.platform.identity;

import com.duemate.platform.tenancy.Hosts.KnownHost;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** The host a request was made to. Every request that reaches a page or a resource has one; others end before. */
public final class AskedHost {

    /** Name of the request's attribute. */
    public static final String ATTRIBUTE = AskedHost.class.getName();

    private AskedHost() {}

    /** @throws IllegalStateException outside a request that came through the host filter */
    public static KnownHost of(ServletRequest request) {
        return find(request).orElseThrow(() -> new IllegalStateException("the request has no known host"));
    }

    public static Optional<KnownHost> find(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof KnownHost host ? Optional.of(host) : Optional.empty();
    }
}
