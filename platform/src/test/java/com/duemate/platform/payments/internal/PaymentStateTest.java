package com.duemate.platform.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.spi.ProviderFact;
import com.duemate.platform.payments.spi.ProviderFact.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaymentStateTest {

    @Property(tries = 300)
    void isTheSameInAnyOrderAndForAnyNumberOfRepeats(@ForAll("facts") List<ProviderFact> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts.subList(0, facts.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(PaymentState.of(shuffled)).isEqualTo(PaymentState.of(facts));
        assertThat(PaymentState.success(shuffled)).isEqualTo(PaymentState.success(facts));
    }

    @Property(tries = 300)
    void moneyThatIsThereWinsOverEverythingElse(@ForAll("facts") List<ProviderFact> facts) {
        var succeeded = facts.stream().anyMatch(fact -> fact.kind() == Kind.SUCCEEDED);
        assertThat(PaymentState.of(facts) == PaymentStatus.RECEIVED).isEqualTo(succeeded);
    }

    @Example
    void aLaterTryCountsMoreThanADeclinedOne() {
        var declined = fact("a", Kind.DECLINED, 1);
        var processing = fact("b", Kind.PROCESSING, 2);
        assertThat(PaymentState.of(List.of(processing, declined))).isEqualTo(PaymentStatus.IN_FLIGHT);
        assertThat(PaymentState.of(List.of(fact("c", Kind.DECLINED, 3), processing, declined)))
                .isEqualTo(PaymentStatus.DECLINED);
        assertThat(PaymentState.of(List.of())).isEqualTo(PaymentStatus.STARTED);
    }

    @Provide
    Arbitrary<List<ProviderFact>> facts() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofLength(3),
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 5))
                .as(PaymentStateTest::fact)
                .list()
                .ofMaxSize(8)
                .uniqueElements(ProviderFact::externalId);
    }

    private static ProviderFact fact(String id, Kind kind, int second) {
        return new ProviderFact(id, "ref", kind, Money.of(100, "EUR"), "card", Instant.ofEpochSecond(second));
    }
}
