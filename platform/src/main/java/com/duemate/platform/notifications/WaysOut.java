package com.duemate.platform.notifications;

import com.duemate.platform.kernel.TenantId;
import java.util.Optional;

/** The link at the foot of every message, for whoever wants no more of them. Works for strangers: the secret is the permission. */
public interface WaysOut {

    /** Who would stop getting messages; changes nothing. Empty for a secret that is unknown or another tenant's. */
    Optional<Address> find(TenantId tenant, String secret);

    /** Suppresses the address on its channel. Again: changes nothing. @return empty for a secret that is unknown or another tenant's */
    Optional<Address> leave(TenantId tenant, String secret);

    record Address(Channel channel, String value) {}
}
