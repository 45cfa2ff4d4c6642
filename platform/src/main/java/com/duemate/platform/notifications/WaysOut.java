package com.duemate.platform.notifications;

import java.util.Optional;

/** The link at the foot of every message, for whoever wants no more of them. Works for strangers: the secret is the permission. */
public interface WaysOut {

    /** Who would stop getting messages; changes nothing. Empty for an unknown secret. */
    Optional<Address> find(String secret);

    /** Suppresses the address on its channel. Again: changes nothing. @return empty for an unknown secret */
    Optional<Address> leave(String secret);

    record Address(Channel channel, String value) {}
}
