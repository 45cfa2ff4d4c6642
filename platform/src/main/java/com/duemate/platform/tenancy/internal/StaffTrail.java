package com.duemate.platform.tenancy.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Actor;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.StaffActs;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What staff did to a tenant, written into that tenant's trail once it is done: the trail is the tenant's, and staff's login may
 * not write there.
 */
@Component
class StaffTrail implements StaffActs {

    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    StaffTrail(AuditTrail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void recordAfterwards(TenantId tenant, String action, Map<String, ?> facts) {
        var told = new HashMap<String, Object>(facts);
        told.put("by", actor());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    write(tenant, action, told);
                }
            }
        });
    }

    /** On a thread of its own, since this one is still bound to the staff's scope and connection. */
    private void write(TenantId tenant, String action, Map<String, Object> facts) {
        try {
            Thread.ofVirtual()
                    .start(() -> Backstage.run(
                            new Scope.Tenant(tenant),
                            () -> transaction.executeWithoutResult(_ -> trail.record(action, tenant.value(), facts))))
                    .join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String actor() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case Actor actor -> actor.actor();
            case Authentication a when a.getPrincipal() instanceof Actor actor -> actor.actor();
            case null, default -> "backstage";
        };
    }
}
