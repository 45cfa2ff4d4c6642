package com.duemate.platform.identity;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Actor;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody of a tenant's people, working in one tenant.
 *
 * @param account who it is
 * @param home the tenant that keeps the account
 * @param tenant the tenant worked in
 * @param membership the seat there
 * @param stamps what account and seat looked like at sign-in; a session with older ones has ended
 * @param secondFactor whether a second factor was shown at sign-in
 */
public record SignedInUser(
        UUID account,
        UUID home,
        UUID tenant,
        UUID membership,
        Role role,
        Person person,
        Stamps stamps,
        Instant signedInAt,
        boolean secondFactor)
        implements ScopedPrincipal, Actor, AuthenticatedPrincipal, Serializable {

    /** How a person is called and reached. */
    public record Person(String name, String email) implements Serializable {}

    /** Counters of account and seat, which grow when their sessions must end. */
    public record Stamps(int account, int membership) implements Serializable {}

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    @Override
    public Scope scope() {
        return new Scope.Tenant(tenantId());
    }

    @Override
    public String actor() {
        return "user:" + account;
    }

    @Override
    public String getName() {
        return person.email;
    }
}
