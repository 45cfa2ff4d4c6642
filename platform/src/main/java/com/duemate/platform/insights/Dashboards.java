package com.duemate.platform.insights;

import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/** What a tenant looks at first. Currencies are never mixed: one set of figures for each. */
public interface Dashboards {

    /** As of now, in the tenant's zone. */
    Dashboard current();

    record Dashboard(LocalDate asOf, List<Figures> currencies) {}

    /**
     * @param outstanding all that is open, less what is paid and not yet matched
     * @param overdue the part of the open amounts that is past due
     * @param collected received since the first of the month
     * @param collectedBefore received in the month before, up to the same day
     * @param ageing five buckets by days past due; they sum to the open amounts
     * @param collectedByMonth the last twelve months, oldest first
     */
    record Figures(
            Money outstanding,
            int openInvoices,
            Money overdue,
            int lateInvoices,
            Money unapplied,
            Money collected,
            Money collectedBefore,
            List<AgeingBucket> ageing,
            List<Month> collectedByMonth) {}

    record AgeingBucket(Age age, Money amount, int invoices) {}

    record Month(LocalDate first, Money amount) {}

    /** Days past due. */
    enum Age {
        CURRENT,
        DAYS_1_30,
        DAYS_31_60,
        DAYS_61_90,
        OVER_90
    }
}
