package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.StaffAccounts;
import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Handles.Registration;
import com.duemate.platform.scope.MayRunPlatform;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@MayRunPlatform
class StaffDesk implements StaffAccounts {

    private final AccountRows accounts;
    private final Passwords passwords;
    private final Handles handles;
    private final SecurityClock clock;

    StaffDesk(AccountRows accounts, Passwords passwords, Handles handles, SecurityClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.handles = handles;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID put(EmailAddress email, String name, String password) {
        Passwords.refusal(password, email.value()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        var id = accounts.putStaff(email.value(), name, passwords.encode(password), clock.now());
        handles.register(
                HandleKind.ACCOUNT, Candidates.key(Candidates.PLATFORM, email), id, Registration.of(Candidates.STAFF));
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean nobody() {
        return accounts.noStaff();
    }
}
