package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.Backtests.Level;
import com.duemate.platform.reminders.Backtests.Month;
import com.duemate.platform.reminders.Backtests.Report;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what the replays of all customers come to. */
class BacktestTally {

    private static final Duration SOON = Duration.ofDays(7);

    private final PolicyVersion policy;
    private final LocalDate from;
    private final LocalDate to;
    private final ZoneId zone;
    private final Map<YearMonth, Integer> byMonth = new HashMap<>();
    private final Map<Integer, int[]> byLevel = new HashMap<>();
    private final Map<Reason, Integer> notSent = new EnumMap<>(Reason.class);
    private int customers;
    private int invoices;
    private int messages;
    private int tasks;
    private int paidUnasked;
    private boolean complete = true;

    BacktestTally(PolicyVersion policy, LocalDate from, LocalDate to, ZoneId zone) {
        this.policy = policy;
        this.from = from;
        this.to = to;
        this.zone = zone;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    private Instant ends() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    void add(Situation frame, List<PastInvoice> past) {
        var known = past.stream().collect(Collectors.toMap(PastInvoice::id, Function.identity()));
        var outcome = Replay.of(frame, policy, past, ends());
        var asked = new HashSet<InvoiceId>();
        for (var sent : outcome.sent()) {
            asked.addAll(sent.reminder().invoices());
            count(sent, known);
        }
        invoices += past.size();
        customers += outcome.sent().isEmpty() ? 0 : 1;
        paidUnasked += (int) past.stream()
                .filter(invoice -> !asked.contains(invoice.id()))
                .filter(invoice ->
                        invoice.settledAt().filter(at -> at.isBefore(ends())).isPresent())
                .count();
        complete &= outcome.complete();
        outcome.ended().forEach(decision -> notSent.merge(decision.reason(), 1, Integer::sum));
    }

    private void count(Replay.Sent sent, Map<InvoiceId, PastInvoice> known) {
        if (sent.reminder().channel().byHand()) {
            tasks++;
        } else {
            messages++;
            byMonth.merge(YearMonth.from(sent.at().atZone(zone)), 1, Integer::sum);
        }
        var level = sent.reminder().level();
        var counted = byLevel.computeIfAbsent(level.position(), _ -> new int[2]);
        counted[0]++;
        var carrier = known.get(level.invoice());
        boolean soon = Stream.ofNullable(carrier)
                .flatMap(invoice -> invoice.settledAt().stream())
                .anyMatch(at -> !at.isAfter(sent.at().plus(SOON)));
        counted[1] += soon ? 1 : 0;
    }

    /** @param all whether every customer was looked at */
    Report report(Map<YearMonth, Integer> sent, boolean all) {
        var months = Stream.iterate(
                        YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .map(month -> new Month(month, byMonth.getOrDefault(month, 0), sent.getOrDefault(month, 0)))
                .toList();
        var levels = policy.steps().stream()
                .map(step -> {
                    var counted = byLevel.getOrDefault(step.position(), new int[2]);
                    return new Level(step.position(), counted[0], counted[1]);
                })
                .toList();
        return new Report(
                from,
                to,
                customers,
                invoices,
                messages,
                tasks,
                sent.values().stream().mapToInt(Integer::intValue).sum(),
                paidUnasked,
                months,
                levels,
                notSent,
                all && complete);
    }
}
