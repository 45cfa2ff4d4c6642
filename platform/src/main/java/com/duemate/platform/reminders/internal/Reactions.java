package com.duemate.platform.reminders.internal;

import com.duemate.platform.arrangements.ArrangementChanged;
import com.duemate.platform.customers.CustomerChanged;
import com.duemate.platform.invoicing.InvoiceChanged;
import com.duemate.platform.invoicing.InvoiceIssued;
import com.duemate.platform.invoicing.InvoicePaid;
import com.duemate.platform.invoicing.InvoiceVoided;
import com.duemate.platform.invoicing.InvoicesIssued;
import com.duemate.platform.invoicing.InvoicesRemoved;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.notifications.MessageWithdrawn;
import com.duemate.platform.payments.PaymentChanged;
import com.duemate.platform.payments.PaymentReceived;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.adaptive.HabitsDue;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reminders do when something happens elsewhere. Each reaction reloads, so that the order of events does not matter. */
@Configuration(proxyBeanMethods = false)
class Reactions {

    @Bean
    EventHandler<InvoiceIssued> planIssuedInvoice(Planning planning) {
        return reaction(InvoiceIssued.class, "reminders.plan", e -> planning.issued(List.of(e.invoice())));
    }

    @Bean
    EventHandler<InvoicesIssued> planIssuedInvoices(Planning planning) {
        return reaction(InvoicesIssued.class, "reminders.planMany", e -> planning.issued(e.invoices()));
    }

    @Bean
    EventHandler<InvoiceChanged> planChangedInvoice(Planning planning) {
        return reaction(
                InvoiceChanged.class,
                "reminders.planAnew",
                e -> planning.changed(e.invoice(), new CustomerId(e.customer())));
    }

    @Bean
    EventHandler<InvoicePaid> closePaidInvoice(Planning planning) {
        return reaction(InvoicePaid.class, "reminders.paid", e -> planning.wake(new CustomerId(e.customer())));
    }

    @Bean
    EventHandler<InvoiceVoided> closeVoidedInvoice(Planning planning) {
        return reaction(InvoiceVoided.class, "reminders.voided", e -> planning.wake(new CustomerId(e.customer())));
    }

    @Bean
    EventHandler<InvoicesRemoved> forgetRemovedInvoices(StepRows steps) {
        return reaction(InvoicesRemoved.class, "reminders.removed", e -> steps.forgetInvoices(e.invoices()));
    }

    @Bean
    EventHandler<CustomerChanged> weighChangedCustomer(Planning planning) {
        return reaction(
                CustomerChanged.class, "reminders.customerChanged", e -> planning.wake(new CustomerId(e.customer())));
    }

    @Bean
    EventHandler<ArrangementChanged> weighAfterArrangement(Planning planning) {
        return reaction(
                ArrangementChanged.class, "reminders.arranged", e -> planning.wake(new CustomerId(e.customer())));
    }

    @Bean
    EventHandler<PaymentChanged> weighAfterPaymentChanged(Planning planning) {
        return reaction(
                PaymentChanged.class, "reminders.paymentChanged", e -> planning.wake(new CustomerId(e.customer())));
    }

    @Bean
    EventHandler<PaymentReceived> weighAfterPayment(Planning planning) {
        return reaction(
                PaymentReceived.class, "reminders.paymentReceived", e -> planning.wake(new CustomerId(e.customer())));
    }

    @Bean
    EventHandler<MessageWithdrawn> planWithdrawnSteps(Planning planning) {
        return reaction(MessageWithdrawn.class, "reminders.withdrawn", e -> planning.withdrawn(e.message()));
    }

    @Bean
    EventHandler<PolicyChanged> movePlans(PlanMoving moving) {
        return reaction(PolicyChanged.class, "reminders.movePlans", e -> moving.move(new PolicyId(e.policy())));
    }

    @Bean
    EventHandler<SendRulesChanged> retimeSteps(KeptSendingTimes times) {
        return reaction(SendRulesChanged.class, "reminders.retime", e -> times.retime(e.after()));
    }

    @Bean
    EventHandler<HabitsDue> followHabits(Habituation habituation) {
        return reaction(HabitsDue.class, "reminders.followHabits", habituation::follow);
    }

    @Bean
    EventHandler<AssignmentMoved> moveToAssignedPolicies(Reassigning reassigning) {
        return reaction(AssignmentMoved.class, "reminders.reassign", e -> reassigning.move(e.after()));
    }

    private static <E extends DomainEvent> EventHandler<E> reaction(Class<E> event, String name, Consumer<E> action) {
        return new Reaction<>(event, name, action);
    }

    private record Reaction<E extends DomainEvent>(Class<E> event, String name, Consumer<E> action)
            implements EventHandler<E> {

        @Override
        public void on(E happened) {
            action.accept(happened);
        }
    }
}
