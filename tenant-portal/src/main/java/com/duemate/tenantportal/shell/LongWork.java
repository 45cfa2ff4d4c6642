package com.duemate.tenantportal.shell;

import java.util.List;

/** Work that goes on while people are elsewhere; the header shows it and leads back to it. */
public interface LongWork {

    /** What the current tenant has running now; asked often, so it must be cheap. */
    List<Running> running();

    /**
     * @param label in the reader's words
     * @param route where the work is seen in full, without a leading slash
     * @param total 0 while it is not known
     */
    record Running(String label, String route, long done, long total) {}
}
