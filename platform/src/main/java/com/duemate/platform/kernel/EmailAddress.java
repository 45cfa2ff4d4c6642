package com.duemate.platform.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that may stand in an SMTP envelope: no control character, no display name, at most 254 octets (RFC 5321).
 *
 * @param value trimmed and lower-cased
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public EmailAddress {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** @return empty when the text is no address; never throws */
    public static Optional<EmailAddress> parse(String text) {
        var value = text.strip().toLowerCase(Locale.ROOT);
        return value.length() <= MAX_LENGTH && SHAPE.matcher(value).matches()
                ? Optional.of(new EmailAddress(value))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
