package com.duemate.platform.identity;

import java.util.Optional;

/** Setting a password at a one-time address, for an offered seat or a lost password. For nobody yet. */
public interface PasswordLinks {

    /** For whom a link is; empty when it is used, old or unknown. Changes nothing. */
    Optional<Invitee> find(String link);

    /** Sets the password and ends the link. An account that person has already, with this very password, takes the seat itself. */
    Outcome setPassword(String link, String password);

    /** @param newSeat true for an offered seat, false for a lost password */
    record Invitee(String name, String email, String tenantName, boolean newSeat) {}

    /** What became of a new password. */
    sealed interface Outcome {

        record Set(String email) implements Outcome {}

        /** @param reason a text key of bundle {@code identity} */
        record Refused(String reason) implements Outcome {}

        record LinkEnded() implements Outcome {}
    }
}
