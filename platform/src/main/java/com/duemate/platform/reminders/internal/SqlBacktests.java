package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.reminders.Backtests;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.tenancy.Tenants;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlBacktests implements Backtests {

    private static final int CUSTOMERS_AT_ONCE = 200;

    private final PastReading past;
    private final Dossiers dossiers;
    private final Tenants tenants;
    private final BusinessClock clock;

    SqlBacktests(PastReading past, Dossiers dossiers, Tenants tenants, BusinessClock clock) {
        this.past = past;
        this.dossiers = dossiers;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Outcome run(Draft draft, int months) {
        var problems = PolicyDrafts.problems(draft);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var zone = tenants.current().zone();
        var to = clock.today(zone).minusDays(1);
        var from = to.plusDays(1).minusMonths(Math.clamp(months, 1, MAX_MONTHS));
        var customers = past.customers(from, to, MOST_CUSTOMERS + 1);
        var policy = PolicyDrafts.version(new PolicyId(Ids.next()), 1, draft);
        var tally = new BacktestTally(policy, from, to, zone);
        var looked = customers.subList(0, Math.min(customers.size(), MOST_CUSTOMERS));
        for (int i = 0; i < looked.size(); i += CUSTOMERS_AT_ONCE) {
            replay(looked.subList(i, Math.min(i + CUSTOMERS_AT_ONCE, looked.size())), tally);
        }
        return new Outcome.Done(tally.report(past.sent(from, to, zone), customers.size() <= MOST_CUSTOMERS));
    }

    private void replay(List<CustomerId> customers, BacktestTally tally) {
        var invoices = past.invoices(customers, tally.from(), tally.to());
        for (var dossier : dossiers.load(customers, tally.begins())) {
            tally.add(dossier.situation().forReplay(), invoices.getOrDefault(dossier.customer(), List.of()));
        }
    }
}
