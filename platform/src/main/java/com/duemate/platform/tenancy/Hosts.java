package com.duemate.platform.tenancy;

import com.duemate.platform.kernel.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which hosts this installation answers to. */
public interface Hosts {

    /** Exact match of the normalised host (lower case, default port dropped); empty for an unknown or unverified one. */
    Optional<KnownHost> resolve(String hostHeader);

    /** Base address of a platform surface, without a slash at the end: {@code http://app.localhost:8080}. */
    String url(Surface surface);

    /** @param tenant set on a customer portal's host */
    record KnownHost(String host, Surface surface, @Nullable TenantId tenant) {}
}
