package com.duemate.platform.reminders.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.adaptive.Comparison.Verdict;
import com.duemate.platform.reminders.adaptive.Welch.Sample;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Who is held out, and what is said of a difference. */
class ComparisonTest {

    @Property(tries = 40)
    void aboutTheShareIsHeldOutAndAlwaysTheSame(@ForAll @IntRange(min = 5, max = 50) int percent, @ForAll long seed) {
        var tenant = new TenantId(new UUID(seed, 1));
        var customers = customers(4_000);

        var drawn = held(tenant, customers, 3, percent);

        // Five standard deviations.
        double spread = 5 * Math.sqrt(4_000 * (percent / 100.0) * (1 - percent / 100.0));
        assertThat((double) drawn.size()).isCloseTo(40.0 * percent, within(spread));
        assertThat(held(tenant, customers.reversed(), 3, percent)).hasSameElementsAs(drawn);
        assertThat(held(tenant, customers, 4, percent)).isNotEqualTo(drawn);
        assertThat(held(new TenantId(new UUID(seed, 2)), customers, 3, percent)).isNotEqualTo(drawn);
    }

    /** Quantiles from the tables of Student's t. */
    @Test
    void knowsStudentsDistribution() {
        assertThat(Welch.quantile(19)).isCloseTo(2.0930, within(0.0005));
        assertThat(Welch.quantile(30)).isCloseTo(2.0423, within(0.0005));
        assertThat(Welch.quantile(120)).isCloseTo(1.9799, within(0.0005));
        assertThat(Welch.quantile(1e9)).isCloseTo(1.95996, within(0.0001));
    }

    /** Means 6 and 8, variances 4 and 9, 40 and 25: error sqrt(0.1 + 0.36), 37.4 degrees of freedom, quantile 2.0255. */
    @Test
    void tellsADifferenceFromChance() {
        var sooner = Welch.difference(new Sample(40, 6, 4), new Sample(25, 8, 9), false);
        assertThat(sooner.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(sooner.mean()).isEqualTo(-2);
        assertThat(sooner.low()).isCloseTo(-2 - 1.3737, within(0.001));
        assertThat(sooner.high()).isCloseTo(-2 + 1.3737, within(0.001));

        assertThat(Welch.difference(new Sample(40, 6, 4), new Sample(25, 7, 9), false)
                        .verdict())
                .isEqualTo(Verdict.CHANCE);
        assertThat(Welch.difference(new Sample(40, 8, 4), new Sample(25, 6, 9), false)
                        .verdict())
                .isEqualTo(Verdict.WORSE);
        assertThat(Welch.difference(new Sample(40, 0.9, 0.01), new Sample(25, 0.5, 0.01), true)
                        .verdict())
                .isEqualTo(Verdict.BETTER);
        assertThat(Welch.difference(new Sample(400, 6, 4), new Sample(19, 8, 9), false))
                .isEqualTo(new Comparison.Difference(Verdict.TOO_FEW, 0, 0, 0));
        assertThat(Welch.difference(new Sample(40, 3, 0), new Sample(25, 3, 0), false)
                        .verdict())
                .isEqualTo(Verdict.CHANCE);
    }

    private static List<CustomerId> customers(int count) {
        return Stream.generate(() -> new CustomerId(Ids.next())).limit(count).toList();
    }

    private static List<CustomerId> held(TenantId tenant, List<CustomerId> customers, int epoch, int percent) {
        return customers.stream()
                .filter(customer -> HoldOut.holds(tenant, customer, epoch, percent))
                .toList();
    }
}
