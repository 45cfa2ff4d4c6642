package com.duemate.platform.identity;

import com.duemate.platform.kernel.EmailAddress;
import java.util.UUID;

/** Accounts of the platform's own people, in the staff's scope. */
public interface StaffAccounts {

    /**
     * Adds an account, or gives the one with this address a new name and password and ends its sessions.
     *
     * @throws IllegalArgumentException when the password is too short
     */
    UUID put(EmailAddress email, String name, String password);

    /** Whether nobody runs the platform yet. */
    boolean nobody();
}
