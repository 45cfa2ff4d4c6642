package com.duemate.customerportal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenItemsTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void listsEachCurrencyByItselfAndAddsUpWhatIsChosen() {
        var euros = List.of(invoice(Money.of(1_000, "EUR")), invoice(Money.of(250, "EUR")));
        var dollars = invoice(Money.of(99, "USD"));
        var items = new OpenItems(List.of(euros.getFirst(), dollars, euros.getLast()), Set.of(), List.of());

        assertThat(items.byCurrency().keySet())
                .extracting(Currency::getCurrencyCode)
                .containsExactly("EUR", "USD");
        assertThat(items.byCurrency().get(EUR)).isEqualTo(euros);
        assertThat(OpenItems.sum(EUR, euros)).isEqualTo(Money.of(1_250, "EUR"));
        assertThat(OpenItems.sum(EUR, List.of())).isEqualTo(Money.zero(EUR));
    }

    @Test
    void whatIsOnItsWayCannotBePaidAgain() {
        var paying = invoice(Money.of(1_000, "EUR"));
        var items = new OpenItems(List.of(paying), Set.of(paying.id().value()), List.of());
        assertThat(items.payable(paying)).isFalse();
        assertThat(items.payable(invoice(Money.of(1, "EUR")))).isTrue();
    }

    private static InvoiceSummary invoice(Money open) {
        var day = LocalDate.of(2026, 3, 2);
        return new InvoiceSummary(
                new InvoiceId(Ids.next()),
                "1",
                new CustomerId(Ids.next()),
                "Larkin",
                InvoiceStatus.OPEN,
                day,
                day,
                open,
                open,
                0,
                null,
                null);
    }
}
