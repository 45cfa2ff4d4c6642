package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.internal.Standing.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice whose fate a test tells, day by day. */
final class SampleInvoice {

    static final PolicyVersion STANDARD = PolicyVersion.standard(new PolicyId(new UUID(0, 1)), "Standard");

    final String number;
    final LocalDate dueOn;
    LocalDate issuedOn;
    Money open = Money.of(10_000, "EUR");
    Status status = Status.OPEN;
    boolean disputed;
    boolean onPlan;
    boolean inFlight;
    boolean covered;

    @Nullable
    LocalDate promisedUntil;

    @Nullable
    Hold hold;

    @Nullable
    LocalDate heardOn;

    final PolicyVersion policy;
    List<PlannedStep> waiting;
    List<Money> minimums = List.of();
    int cycle = 1;

    private SampleInvoice(String number, LocalDate dueOn, PolicyVersion policy, LocalDate issuedOn) {
        this.number = number;
        this.dueOn = dueOn;
        this.issuedOn = issuedOn;
        this.policy = policy;
        this.waiting = new ArrayList<>(days().lay(policy));
        this.minimums = policy.minimums();
    }

    static SampleInvoice dueOn(String number, String dueOn) {
        return dueOn(number, LocalDate.parse(dueOn), STANDARD);
    }

    static SampleInvoice dueOn(String number, LocalDate dueOn, PolicyVersion policy) {
        return dueOn(number, dueOn, policy, dueOn.minusDays(30));
    }

    static SampleInvoice dueOn(String number, LocalDate dueOn, PolicyVersion policy, LocalDate issuedOn) {
        return new SampleInvoice(number, dueOn, policy, issuedOn);
    }

    SampleInvoice paid() {
        status = Status.PAID;
        return this;
    }

    SampleInvoice withoutStepsBefore(int position) {
        waiting.removeIf(step -> step.position() < position);
        return this;
    }

    InvoiceId id() {
        return new InvoiceId(UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)));
    }

    private PlanDays days() {
        return new PlanDays(issuedOn, dueOn, heardOn);
    }

    /** The customer heard of it then: steps that count from there move. */
    void heard(LocalDate day) {
        heardOn = day;
        if (!waiting.isEmpty()) {
            int next = waiting.getFirst().position();
            waiting.replaceAll(step -> days().lay(policy, next).get(step.position() - 1));
        }
    }

    boolean paused(LocalDate today) {
        return disputed
                || onPlan
                || inFlight
                || covered
                || (promisedUntil != null && !today.isAfter(promisedUntil))
                || (hold != null && hold.standsOn(today));
    }

    OpenItem item() {
        return new OpenItem(
                id(),
                number,
                issuedOn,
                dueOn,
                status == Status.OPEN ? open : Money.zero(open.currency()),
                new Standing(status, disputed, promisedUntil, onPlan, inFlight, covered, hold),
                new Plan(cycle, waiting, new Terms(minimums, policy.grouping(), policy.escalation())));
    }
}
