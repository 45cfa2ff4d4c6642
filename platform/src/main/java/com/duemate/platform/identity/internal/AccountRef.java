package com.duemate.platform.identity.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account and who keeps it. @param home null for staff */
record AccountRef(UUID id, @Nullable TenantId home) {

    Scope scope() {
        return home == null ? new Scope.Staff() : new Scope.Tenant(home);
    }

    /** Where a secret of this account lies, for binding it there. */
    String place(String column) {
        return (home == null ? "staff" : home) + "|identity.account|" + column + "|" + id;
    }
}
