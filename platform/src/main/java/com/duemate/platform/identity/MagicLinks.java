package com.duemate.platform.identity;

import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.TenantId;
import java.time.Duration;
import java.util.Optional;

/** How customers come into their portal: by a link sent to the address the tenant has of them. For nobody yet. */
public interface MagicLinks {

    /** How long a link lives, by the system's time. */
    Duration LIFE = Duration.ofMinutes(15);

    /**
     * Notes the wish; whether anybody has this address is found out, and answered by e-mail, later and elsewhere.
     *
     * @return false when somebody asked too often; says nothing about the address
     */
    boolean request(TenantId tenant, EmailAddress email, String clientAddress);

    /** Whether a link would let somebody in now. Changes nothing. */
    boolean usable(TenantId tenant, String link);

    /** Uses the link up. Empty when it was used, is old, unknown, or another tenant's. */
    Optional<CustomerUser> consume(TenantId tenant, String link);
}
