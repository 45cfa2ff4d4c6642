package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.InvoiceChanged;
import com.duemate.platform.invoicing.InvoiceIssued;
import com.duemate.platform.invoicing.InvoicesIssued;
import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.messaging.Outbox;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders the papers of invoices that were issued or changed. */
@Configuration(proxyBeanMethods = false)
class PaperOrders {

    private static final int IN_ONE_ORDER = 50;

    @Bean
    EventHandler<InvoiceIssued> printIssued(Outbox outbox) {
        return new Order<>(InvoiceIssued.class, "invoicing.printIssued", e -> List.of(e.invoice()), outbox);
    }

    @Bean
    EventHandler<InvoicesIssued> printManyIssued(Outbox outbox) {
        return new Order<>(InvoicesIssued.class, "invoicing.printManyIssued", InvoicesIssued::invoices, outbox);
    }

    @Bean
    EventHandler<InvoiceChanged> printChanged(Outbox outbox) {
        return new Order<>(InvoiceChanged.class, "invoicing.printChanged", e -> List.of(e.invoice()), outbox);
    }

    private record Order<E extends DomainEvent>(
            Class<E> event, String name, Function<E, List<UUID>> invoices, Outbox outbox) implements EventHandler<E> {

        @Override
        public void on(E happened) {
            var all = invoices.apply(happened);
            for (int from = 0; from < all.size(); from += IN_ONE_ORDER) {
                outbox.publish(new PapersWanted(all.subList(from, Math.min(all.size(), from + IN_ONE_ORDER))));
            }
        }
    }
}
