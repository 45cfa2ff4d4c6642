package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.ContactBudget;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.StepChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything the weighing of one customer depends on.
 *
 * @param items all of the customer's open invoices, planned or not
 * @param contacts when messages went to this customer, at least those of the last nine days
 */
record Situation(
        Instant now,
        TenantState tenant,
        SendHours hours,
        ContactBudget budget,
        Debtor debtor,
        List<OpenItem> items,
        List<Instant> contacts) {

    Situation {
        items = List.copyOf(items);
        contacts = List.copyOf(contacts);
        var ids = new HashSet<>();
        for (var item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("invoice " + item.id() + " is there twice");
            }
        }
    }

    SendTimes times() {
        return new SendTimes(debtor.zone(), hours, debtor.advice().hour(hours).orElse(null));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, debtor.zone());
    }

    /** The preferred time of the day after this one; always after {@link #now}. */
    Instant dayAfter(LocalDate day) {
        return times().dueAfter(now, day.plusDays(1));
    }

    /** The same after so many more messages of the tenant. */
    Situation after(int messages) {
        var braking = tenant.braking().after(messages);
        return braking.equals(tenant.braking())
                ? this
                : new Situation(
                        now,
                        new TenantState(tenant.captures(), tenant.suspended(), tenant.locale(), braking),
                        hours,
                        budget,
                        debtor,
                        items,
                        contacts);
    }

    /** The same after the far end refused one more channel. */
    Situation suppressing(StepChannel channel) {
        return new Situation(now, tenant, hours, budget, debtor.suppressing(channel), items, contacts);
    }

    /** The customer as it would be reached, with nothing that stands in the way today. */
    Situation forReplay() {
        return new Situation(
                now,
                new TenantState(false, false, tenant.locale()),
                hours,
                budget,
                new Debtor(debtor.zone(), debtor.reachable(), Set.of(), null, debtor.advice()),
                List.of(),
                List.of());
    }

    /** What is left to weigh now: what waits does so until its time. */
    Situation after(Weighed weighed) {
        var done = weighed.decisions().stream().map(Decision::step).collect(Collectors.toSet());
        var heard = new ArrayList<>(contacts);
        if (weighed.reminder() != null && !weighed.reminder().channel().byHand()) {
            heard.add(now);
        }
        return new Situation(
                now,
                tenant,
                hours,
                budget,
                debtor,
                items.stream().map(item -> item.without(done)).toList(),
                heard);
    }
}
