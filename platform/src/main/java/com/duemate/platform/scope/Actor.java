package com.duemate.platform.scope;

/** Who did something, for the audit trail; authenticated principals implement it. */
public interface Actor {

    /** A stable name such as {@code user:<id>}, {@code key:<id>}, {@code customer:<id>} or {@code system}. */
    String actor();
}
