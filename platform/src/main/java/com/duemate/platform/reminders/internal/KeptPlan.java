package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import java.time.LocalDate;

/** A plan as it is stored, without its steps. */
record KeptPlan(
        InvoiceId invoice,
        int cycle,
        CustomerId customer,
        PolicyRef policy,
        LocalDate dueOn,
        int afterOffset,
        State state) {

    enum State {
        RUNNING,
        /** Every step is decided. */
        DONE,
        /** Nothing was owed any more. */
        CLOSED,
        /** A plan of a later cycle took over. */
        REPLACED
    }
}
