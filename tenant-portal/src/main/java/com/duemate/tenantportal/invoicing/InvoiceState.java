package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Reader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Where an invoice stands, as people say it: its status, and whether its day has come. */
enum InvoiceState {
    DRAFT(Tone.QUIET),
    OPEN(Tone.OPEN),
    SOON(Tone.SOON),
    PARTLY(Tone.PARTLY),
    LATE(Tone.LATE),
    PAID(Tone.GOOD),
    VOID(Tone.ENDED),
    WRITTEN_OFF(Tone.ENDED);

    private static final int SOON_DAYS = 3;

    private final Tone tone;

    InvoiceState(Tone tone) {
        this.tone = tone;
    }

    static InvoiceState of(LocalDate today, InvoiceSummary invoice) {
        return switch (invoice.status()) {
            case DRAFT -> DRAFT;
            case PAID -> PAID;
            case VOID -> VOID;
            case WRITTEN_OFF -> WRITTEN_OFF;
            case OPEN, PARTLY_PAID -> {
                if (invoice.daysLate() > 0) {
                    yield LATE;
                }
                if (invoice.total().minor() != invoice.open().minor()) {
                    yield PARTLY;
                }
                yield ChronoUnit.DAYS.between(today, invoice.dueOn()) <= SOON_DAYS ? SOON : OPEN;
            }
        };
    }

    StatusBadge badge(Reader reader, InvoiceSummary invoice) {
        return new StatusBadge(tone, reader.text("portalinvoicing.state." + name(), invoice.daysLate()));
    }
}
