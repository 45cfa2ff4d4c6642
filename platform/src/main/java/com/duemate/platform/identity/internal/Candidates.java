package com.duemate.platform.identity.internal;

import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.scope.Handle;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import com.duemate.platform.tenancy.Surface;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The accounts an e-mail address may mean at a host. More than one where a person has accounts at several tenants; the password
 * tells them apart, so that nobody can take an address from somebody else by using it first.
 */
@Component
class Candidates {

    static final String PLATFORM = "platform";
    static final String STAFF = "staff";

    static final int MOST = 8;

    private final Handles handles;

    Candidates(Handles handles) {
        this.handles = handles;
    }

    static String key(String realm, EmailAddress email) {
        return realm + "|" + email;
    }

    /** Under which name accounts of a host are registered: a reseller's own host is a realm of its own. */
    static String realm(KnownHost host) {
        return host.tenant() == null ? PLATFORM : host.host();
    }

    List<AccountRef> at(KnownHost host, EmailAddress email) {
        boolean staff = host.surface() == Surface.STAFF;
        return handles.resolveAll(HandleKind.ACCOUNT, key(realm(host), email)).stream()
                .filter(handle -> staff == isStaff(handle))
                .limit(MOST)
                .map(handle -> new AccountRef(handle.subject(), handle.tenant()))
                .toList();
    }

    /** Only the staff's scope can register a handle without a tenant. */
    private static boolean isStaff(Handle handle) {
        return handle.tenant() == null;
    }
}
