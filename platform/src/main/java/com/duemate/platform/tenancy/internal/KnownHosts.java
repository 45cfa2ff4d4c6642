package com.duemate.platform.tenancy.internal;

import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.tenancy.Hosts;
import com.duemate.platform.tenancy.Surface;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The platform's own hosts come from the settings, tenants' from the door's table; misses are remembered for a moment only. */
@Component
class KnownHosts implements Hosts {

    private static final Pattern HOST = Pattern.compile("([a-z0-9.-]{1,253})(?::([0-9]{1,5}))?");

    private final Handles handles;
    private final TenancySettings settings;
    private final Map<String, KnownHost> own;
    private final Cache<String, Optional<KnownHost>> tenants = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    KnownHosts(Handles handles, TenancySettings settings) {
        this.handles = handles;
        this.settings = settings;
        var base = settings.baseHost();
        this.own = Map.of(
                base,
                new KnownHost(base, Surface.API, null),
                "app." + base,
                new KnownHost("app." + base, Surface.TENANT_PORTAL, null),
                "admin." + base,
                new KnownHost("admin." + base, Surface.STAFF, null));
    }

    @Override
    public Optional<KnownHost> resolve(String hostHeader) {
        var match = HOST.matcher(hostHeader.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var host = match.group(1);
        var known = own.get(host);
        return known != null ? Optional.of(known) : Objects.requireNonNull(tenants.get(host, this::lookUp));
    }

    @Override
    public String url(Surface surface) {
        return settings.url(
                switch (surface) {
                    case TENANT_PORTAL -> "app." + settings.baseHost();
                    case STAFF -> "admin." + settings.baseHost();
                    case API, CUSTOMER_PORTAL -> settings.baseHost();
                });
    }

    private Optional<KnownHost> lookUp(String host) {
        return handles.resolve(HandleKind.HOST, host)
                .map(handle -> new KnownHost(host, Surface.valueOf(handle.detail()), handle.tenant()));
    }
}
