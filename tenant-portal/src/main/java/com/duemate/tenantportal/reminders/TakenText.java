package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Assignments.Taken;
import com.duemate.tenantportal.shell.Reader;
import java.util.stream.Collectors;

/** Says how many open invoices a rule would take, and how much is open of them. */
final class TakenText {

    private TakenText() {}

    static String of(Reader reader, Taken taken) {
        return reader.text(
                "portalreminders.rules.taken",
                taken.count(),
                taken.open().stream().map(reader::money).collect(Collectors.joining(" + ")));
    }
}
