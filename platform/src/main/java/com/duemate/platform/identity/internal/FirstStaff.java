package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.StaffAccounts;
import com.duemate.platform.identity.UnsafeIdentity;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the first of the platform's people in, on an installation that has nobody yet; later starts change nothing. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
class FirstStaff implements SmartLifecycle {

    private final IdentitySettings settings;
    private final StaffAccounts accounts;
    private volatile boolean running;

    FirstStaff(IdentitySettings settings, StaffAccounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /** Before the web server listens. */
    @Override
    public void start() {
        running = true;
        var first = settings.firstStaff();
        if (first != null) {
            Backstage.run(new Scope.Staff(), () -> letIn(first));
        }
    }

    private void letIn(IdentitySettings.FirstStaffSettings first) {
        if (!accounts.nobody()) {
            return;
        }
        var email = EmailAddress.parse(first.email())
                .orElseThrow(() -> new UnsafeIdentity("duemate.identity.first-staff.email is not an address"));
        try {
            accounts.put(email, email.value(), first.password());
        } catch (IllegalArgumentException e) {
            throw new UnsafeIdentity("duemate.identity.first-staff.password is too short or too well known");
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
