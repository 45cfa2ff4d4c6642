package com.duemate.platform.branding;

import java.io.InputStream;
import java.util.Optional;

/** The brand of the tenant one works in. */
public interface Brands {

    /** For the tenant and its customers. */
    Brand current();

    Outcome change(Draft draft);

    /** PNG, JPEG or WebP up to 2 MB and 4096 pixels a side; decoded and encoded again. */
    Outcome changeLogo(InputStream image);

    void removeLogo();

    /** PNG bytes of the current logo. */
    Optional<byte[]> logo();

    /** The brand as a style sheet of custom properties, for an address that carries the version. */
    String styleSheet();

    record Draft(String name, String accent, String footer, String senderName, String replyTo) {}

    /** What became of a change. */
    sealed interface Outcome {

        record Changed(int version) implements Outcome {}

        /** @param field of the draft; @param reason a text key */
        record Refused(String field, String reason) implements Outcome {}
    }
}
