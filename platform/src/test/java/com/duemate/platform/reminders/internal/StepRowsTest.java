package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.scope.Scope;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** A step is decided where it lies, and wherever it lies by then. */
class StepRowsTest extends EngineLife {

    private static final String WAITING = "select position::text from reminders.scheduled_step order by position";
    private static final String DECIDED =
            "select position || ' ' || (facts ->> 'LATER_LEVEL') from reminders.decision order by position";

    @Autowired
    StepRows steps;

    private List<Row> rows = List.of();

    private record Row(CustomerId customer, StepKey key, String place) {

        StepRows.Final at(String other) {
            return new StepRows.Final(customer, Verdict.of(Reason.PAID).on(key), other, null);
        }
    }

    @BeforeEach
    void aPlanOfFiveSteps() {
        clock.set(NIGHT);
        world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY.plusDays(8));
        settle();
        rows = in(() -> jdbc.sql("select *, ctid::text as place from reminders.scheduled_step order by position")
                .query((row, _) -> new Row(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new StepKey(
                                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                                row.getInt("cycle"),
                                row.getInt("position")),
                        row.getString("place")))
                .list());
        assertThat(rows).hasSize(5);
    }

    @Test
    void aStepThatWasMovedSinceItWasReadIsDecidedWithTheOthers() {
        in(() -> jdbc.sql("update reminders.scheduled_step set due_at = due_at + interval '1 hour' where position = 2")
                .update());
        decide(atItsPlace(0), atItsPlace(1), atItsPlace(2));
        assertThat(positions(WAITING)).containsExactly("4", "5");
        assertThat(positions("select position::text from reminders.decision order by 1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void whoLiesAtThePlaceNowIsLeftAlone() {
        decide(rows.get(0).at(rows.get(4).place));
        assertThat(positions(WAITING)).containsExactly("2", "3", "4", "5");
        assertThat(positions("select position::text from reminders.decision")).containsExactly("1");
    }

    @Test
    void aStepIsDecidedOnce() {
        decide(atItsPlace(0));
        assertThatThrownBy(() -> decide(atItsPlace(0), atItsPlace(1))).isInstanceOf(DuplicateKeyException.class);
        assertThat(positions(WAITING)).containsExactly("2", "3", "4", "5");
    }

    /** Its plan went away while it was weighed; what went out for it is still told. */
    @Test
    void aStepThatIsGoneHasItsDecisionAllTheSame() {
        in(() -> jdbc.sql("delete from reminders.scheduled_step where position = 3")
                .update());
        decide(atItsPlace(2));
        assertThat(positions("select position::text from reminders.decision")).containsExactly("3");
    }

    @Test
    void whatIsSaidOfManyIsSaidOfEach() {
        var row = rows.getFirst();
        var other = rows.get(1);
        decide(
                new StepRows.Final(row.customer, level(row.key, 1), row.place, null),
                new StepRows.Final(other.customer, level(other.key, 2), other.place, null),
                new StepRows.Final(row.customer, level(rows.get(2).key, 1), rows.get(2).place, null));
        assertThat(positions(DECIDED)).containsExactly("1 1", "2 2", "3 1");
    }

    private static Decision level(StepKey key, int level) {
        return Verdict.of(Reason.SUPERSEDED_BY_LATER_STEP)
                .with(Fact.LATER_LEVEL, level)
                .on(key);
    }

    private StepRows.Final atItsPlace(int number) {
        return rows.get(number).at(rows.get(number).place);
    }

    private void decide(StepRows.Final... finals) {
        in(() -> {
            steps.decide(List.of(finals), clock.now());
            return true;
        });
    }

    private List<String> positions(String query) {
        return in(() -> jdbc.sql(query).query(String.class).list());
    }

    private <T> T in(Supplier<T> action) {
        return world.inTransaction(new Scope.Tenant(tenant), action);
    }
}
