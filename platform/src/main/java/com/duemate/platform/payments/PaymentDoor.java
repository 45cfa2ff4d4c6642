package com.duemate.platform.payments;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a secret in an address stands for, asked before anybody is known. */
public interface PaymentDoor {

    /**
     * Looks a secret up for one purpose, on one tenant's host.
     *
     * @return empty for an unknown or malformed secret, another purpose, or another tenant's host: nobody can tell which
     */
    Optional<Entry> enter(TenantId host, Purpose purpose, String secret);

    /** What a secret is good for; one never opens another's door. */
    enum Purpose {
        /** See invoices and pay them. */
        PAY,
        /** See one receipt. */
        RECEIPT,
        /** The sandbox provider's hosted page. */
        SANDBOX
    }

    /** @param subject the link, payment or session it stands for; @param scope in whose name its holder looks */
    record Entry(UUID subject, Scope.Customer scope) {

        /** Acts as the secret's holder, whoever else may be signed in: here the secret alone is the permission. */
        public <T> T inside(Supplier<T> action) {
            var before = SecurityContextHolder.getContext();
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
            try {
                return Backstage.call(scope, action);
            } finally {
                SecurityContextHolder.setContext(before);
            }
        }
    }
}
