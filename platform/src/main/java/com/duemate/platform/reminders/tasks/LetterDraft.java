package com.duemate.platform.reminders.tasks;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.pdf.LetterSheet;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to print for a task. */
sealed interface LetterDraft {

    /** @param reason key of a text that says what to do */
    record Nothing(String reason) implements LetterDraft {}

    /** The task is done: only what was printed for it counts. */
    record Done(TaskId task, String name) implements LetterDraft {}

    /**
     * @param sheet without logo and link
     * @param content digest of all that is printed but the link
     */
    record Sheet(
            TaskId task,
            CustomerId customer,
            String name,
            List<InvoiceId> invoices,
            LetterSheet sheet,
            @Nullable String logoSha256,
            String content)
            implements LetterDraft {}
}
