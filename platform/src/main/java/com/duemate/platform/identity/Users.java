package com.duemate.platform.identity;

import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.TenantId;
import java.util.List;
import java.util.UUID;

/** Who may work in the current tenant. For owners. */
public interface Users {

    int MIN_PASSWORD = 12;
    int MAX_PASSWORD = 200;

    /** By name. */
    List<User> list();

    /** Offers a seat: sends a link, good for seven days, at which the person sets a password. Again for an invited person: a new link. */
    Outcome invite(String email, String name, Role role);

    /** The last active owner keeps the role. */
    Outcome changeRole(UserId user, Role role);

    /** Ends the person's sessions here and closes the seat. The last active owner cannot be closed out. */
    Outcome disable(UserId user);

    Outcome enable(UserId user);

    /** Withdraws an invitation nobody has accepted. */
    Outcome withdraw(UserId user);

    /** A new address at which the person sets a password, good for one day; older ones end. Only for accounts this tenant keeps. */
    Outcome passwordLink(UserId user);

    /** Takes the second factor off an account this tenant keeps, for somebody who lost it, and ends its sessions. */
    Outcome resetSecondFactor(UserId user);

    /**
     * Adds an account with a password and gives it an owner's seat; for the tenant's first owner.
     *
     * @throws IllegalArgumentException when the password is too short or the address has a seat already
     */
    Account createOwner(EmailAddress email, String name, String password);

    /** Gives an account that another tenant keeps a seat in this one; for a reseller's people. Again: changes the role. */
    UserId admit(Account account, Role role);

    /** An account and the tenant that keeps it. */
    record Account(UUID id, TenantId home, EmailAddress email, String name) {}

    /** What became of a command. */
    sealed interface Outcome {

        record Done(UserId user) implements Outcome {}

        /** @param url to be shown once to whoever asked; whoever opens it sets the password */
        record Linked(UserId user, String url) implements Outcome {}

        /** @param field of the form; @param reason a text key of bundle {@code identity} */
        record Refused(String field, String reason) implements Outcome {}
    }
}
